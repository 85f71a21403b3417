import { keyNameOf, type Entity, type Relation, type Scalar } from '@hut/blueprint';
import {
  unknownIdCode,
  bodyView,
  call,
  findNamed,
  isMany,
  openScope,
  openTestScope,
  pythonLine,
  listCode,
  toWords,
  tupleLine,
  type EntityProject,
} from '@hut/fastapi';
import { pythonLiteral } from '@hut/render';
import { isOwn, userSymbols } from './view.fastapi.ts';

/** What a registration may say that another one has, or that does not exist. */
interface Claims {
  readonly unique: readonly Scalar[];
  readonly references: readonly Relation[];
}

/** Whether a registration may say such things at all. */
export function hasClaims(entity: Entity): boolean {
  const { unique, references } = claimsOf(entity);
  return unique.length + references.length > 0;
}

function claimsOf({ fields }: Entity): Claims {
  const own = fields.filter(isOwn);
  return {
    unique: own.filter((field): field is Scalar => field.kind === 'scalar' && field.unique),
    references: own.filter(
      (field): field is Relation => field.kind === 'relation' && !isMany(field),
    ),
  };
}

/** What the templates of the check and of its test print. */
export function toClaimsView(project: EntityProject, entity: Entity): object {
  const claims = claimsOf(entity);
  return {
    hasUnique: claims.unique.length > 0,
    hasReferences: claims.references.length > 0,
    ...checkView(project, entity, claims),
    ...testView(project, entity, claims),
  };
}

function checkView(project: EntityProject, entity: Entity, { unique, references }: Claims): object {
  const scope = openScope(['UNIQUE', 'REFERENCES', 'refuse_claims']);
  const { user } = userSymbols(entity);
  scope.use('app.db.session', 'SessionDep');
  scope.use('app.schemas.auth_account', 'Registration');
  const columns = unique.map(({ name }) => `${scope.use(user.module, user.name, 'User')}.${name}`);
  const targets = references.map((relation) => {
    const target = findNamed(project, relation.target)!;
    const as = target === entity ? 'User' : target.name;
    const model = scope.use(`app.models.${toWords(target).module}`, target.name, as);
    return call('', pythonLiteral(keyNameOf(relation)), model);
  });
  if (unique.length > 0) {
    for (const name of ['HTTPException', 'status']) scope.use('fastapi', name);
    scope.use('sqlalchemy', 'select');
  }
  if (references.length > 0) {
    scope.use('fastapi.exceptions', 'RequestValidationError');
    scope.use('app.db.record', 'Record');
  }
  return {
    uniqueColumns: tupleLine('UNIQUE = ', columns, 0),
    referenceModels: tupleLine('REFERENCES: tuple[tuple[str, type[Record]], ...] = ', targets, 0),
    claimImports: scope.imports(),
  };
}

function testView(project: EntityProject, entity: Entity, { unique, references }: Claims): object {
  const scope = openTestScope(['Json', 'body', 'UNKNOWN', 'register']);
  scope.useModule('pytest');
  scope.use('typing', 'Any');
  for (const name of ['AsyncClient', 'Response']) scope.use('httpx2', name);
  for (const name of ['AUTH', 'PASSWORD']) scope.use('tests.accounts', name);
  const body = bodyView({ project, entity, scope }) as { readonly bodySignature: string };
  const needsSession = unique.length > 0 || body.bodySignature.includes('AsyncSession');
  if (needsSession) scope.use('sqlalchemy.ext.asyncio', 'AsyncSession');
  if (unique.length > 0)
    for (const name of ['log_in', 'log_out']) scope.use('tests.accounts', name);
  const names = (fields: readonly string[]): string =>
    pythonLine('for field in ', listCode(...fields.map((name) => pythonLiteral(name))), {
      indent: 4,
      after: ':',
    });
  return {
    ...body,
    unknown: unknownIdCode(project),
    uniqueFields: names(unique.map(({ name }) => name)),
    referenceFields: names(references.map(keyNameOf)),
    claimTestImports: scope.imports(),
  };
}
