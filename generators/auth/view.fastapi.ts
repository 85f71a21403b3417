import type { Entity, Field } from '@hut/blueprint';
import {
  bodyView,
  classLine,
  call,
  createLine,
  importLines,
  isMany,
  isWritable,
  listCode,
  loadedOf,
  openScope,
  openTestScope,
  pythonLine,
  signatureLine,
  toWords,
  updateLine,
  type EntityProject,
  type PythonScope,
} from '@hut/fastapi';
import { pythonLiteral, symbol, type CodeSymbol } from '@hut/render';
import { hasClaims } from './claims-view.fastapi.ts';
import { ADMIN, USER } from './entities.ts';

/** What the templates print: the class of the users goes by `User`, whatever it is called. */
export function toAuthView(project: EntityProject, entity: Entity, transport: Transport): object {
  return {
    ...importsView(entity, transport),
    ...transportView(transport),
    ...accountView(project, entity),
    ...registrationTestView(project, entity),
    ...loadingView(entity),
    ...registerView(hasClaims(entity)),
    roles: rolesOf(project).map((role) => pythonLiteral(role)),
  };
}

/** A registration whose claims are looked at before it is taken on. */
function registerView(isChecked: boolean): object {
  const line = (code: string): string => (isChecked ? `${code}\n` : '');
  const parameters = ['body: Registration', 'after_answer: AfterAnswerDep', 'limiter: LimiterDep'];
  const session = isChecked ? ['session: SessionDep'] : [];
  return {
    sessionImport: line('from app.db.session import SessionDep'),
    claimsImport: line('from app.dependencies.claims import refuse_claims'),
    claimsCheck: line('    await refuse_claims(body, session)'),
    registerSignature: signatureLine('register', [...parameters, ...session], 'None'),
  };
}

/** How a client shows that it is logged in. */
export type Transport = 'bearer' | 'cookie';

/** What differs between the two where the rest of a file is the same. */
function transportView(transport: Transport): object {
  const isCookie = transport === 'cookie';
  return {
    isCookie,
    isBearer: !isCookie,
    scheme: isCookie ? 'Cookie' : 'Bearer',
    securityClass: isCookie ? 'APIKeyCookie' : 'OAuth2PasswordBearer',
  };
}

/** The blocks of imports whose order depends on the name of that class. */
function importsView(entity: Entity, transport: Transport): object {
  const block = (...symbols: readonly CodeSymbol[]): string => importLines(symbols).join('\n');
  const { user, read, create } = userSymbols(entity);
  return {
    userImport: block(user),
    sessionAndUserImports: block(LOGIN_SESSION, user),
    tokenAndUserImports: block(ONE_TIME_TOKEN, user),
    sessionTokenAndUserImports: block(LOGIN_SESSION, REFRESH_TOKEN, user),
    schemaImports: block(read, ...ROUTE_SCHEMAS, ...(transport === 'bearer' ? IN_BODIES : [])),
    factoryImports: block(create, CREATE_LOGIN_SESSION),
  };
}

const LOGIN_SESSION = symbol('app.models.login_session', 'LoginSession');
const REFRESH_TOKEN = symbol('app.models.refresh_token', 'RefreshToken');
const ONE_TIME_TOKEN = symbol('app.models.one_time_token', 'OneTimeToken');
const CREATE_LOGIN_SESSION = symbol('tests.factories.login_session', 'create_login_session');
const ROUTE_SCHEMAS = [
  ...'Credentials PasswordChange PasswordReset ResetRequest SessionRead TokenBody TokenPair'
    .split(' ')
    .map((name) => symbol('app.schemas.auth', name)),
  ...['AccountUpdate', 'Registration'].map((name) => symbol('app.schemas.auth_account', name)),
];

/** What requests say where no cookie says it. */
const IN_BODIES = ['LoginForm', 'RefreshBody'].map((name) => symbol('app.schemas.auth', name));

/** What belongs to the class of the users, each under the name that the files have for it. */
export function userSymbols(
  entity: Entity,
): Readonly<Record<'user' | 'read' | 'create', CodeSymbol>> {
  const { module } = toWords(entity);
  return {
    user: named(`app.models.${module}`, entity.name, 'User'),
    read: named(`app.schemas.${module}`, `${entity.name}Read`, 'UserRead'),
    create: named(`tests.factories.${module}`, `create_${module}`, 'create_user'),
  };
}

function named(module: string, name: string, as: string): CodeSymbol {
  return name === as ? { module, name } : { module, name, as };
}

/** What people say of themselves: the fields that are theirs, and none that auth brings. */
function accountView(project: EntityProject, entity: Entity): object {
  const fields = entity.fields.filter(isOwn);
  const own = ['Registration', 'AccountUpdate', 'email', 'password'];
  const scope = openScope([...own, ...entity.fields.map(({ name }) => name)]);
  const file = { project, entity, scope };
  const request = scope.use('app.core.schemas', 'RequestModel');
  const changed = fields.map((field) => updateLine(file, field));
  return {
    email: scope.use('app.core.fields', 'Email'),
    password: scope.use('app.schemas.auth', 'NewPassword'),
    registrationHeader: classLine('Registration', request),
    updateHeader: classLine('AccountUpdate', request),
    registered: fields.map((field) => createLine(file, field)),
    changed: changed.length === 0 ? [] : [changed.join('\n')],
    accountImports: scope.imports(),
  };
}

/** Whether people say a field of themselves: no list, and nothing that auth brings. */
export function isOwn(field: Field): boolean {
  const isList = field.kind === 'relation' && isMany(field);
  return isWritable(field) && !isList && !(field.name in USER.fields);
}

/** A registration that says what must be said, which may need others to point to. */
function registrationTestView(project: EntityProject, entity: Entity): object {
  const { user } = userSymbols(entity);
  const scope = openTestScope(['EMAIL', 'Json', 'body', 'register', 'find']);
  useAlways(scope);
  scope.use(user.module, user.name, 'User');
  const body = bodyView({ project, entity, scope });
  return { ...body, registrationTestImports: scope.imports() };
}

function useAlways(scope: PythonScope): void {
  scope.useModule('datetime', 'dt');
  scope.useModule('pytest');
  scope.use('typing', 'Any');
  for (const name of ['AsyncClient', 'Response']) scope.use('httpx2', name);
  for (const name of ['select', 'update']) scope.use('sqlalchemy', name);
  scope.use('sqlalchemy.ext.asyncio', 'AsyncSession');
  scope.use('app.core.mail', 'Message');
  scope.use('app.models.one_time_token', 'OneTimeToken');
  for (const name of ['AUTH', 'PASSWORD', 'create_account', 'token_in'])
    scope.use('tests.accounts', name);
}

/** What answers about a user show of other tables. */
function loadingView(entity: Entity): object {
  const names = loadedOf(entity).map(({ name }) => pythonLiteral(name));
  const refresh = call('self.session.refresh', 'user', listCode(...names));
  return { isLoading: names.length > 0, refresh: pythonLine('await ', refresh, { indent: 8 }) };
}

/** The roles that routes of the project ask for. */
function rolesOf({ entities }: EntityProject): readonly string[] {
  const asked = entities.flatMap(({ endpoint: { access } }) =>
    Array.isArray(access) ? (access as readonly string[]) : [],
  );
  return [...new Set([ADMIN, ...asked])].sort();
}
