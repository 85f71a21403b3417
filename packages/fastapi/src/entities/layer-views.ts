import { keyNameOf, type Entity } from '@hut/blueprint';
import { pythonLiteral } from '@hut/render';
import { call, listCode, type Code, type Part } from '../schema/python-code.ts';
import {
  embedsOf,
  entitiesOf,
  isMany,
  linksOf,
  referencesOf,
  targetOf,
  type EntityProject,
} from './entity-project.ts';
import { accessOf, ownerOf, type GuardedProject } from './guarded-project.ts';
import { toWords } from './entity-words.ts';
import { parametrize } from './field-type-cases.ts';
import { classLine, pythonLine, signatureLine, subscript, tupleLine } from './python-line.ts';
import { openScope, type PythonScope } from './python-scope.ts';
import { askedId } from './request-lines.ts';

/** What the template of a repository prints. */
export function toRepositoryView(entity: Entity): object {
  const words = toWords(entity);
  const scope = openScope([`${entity.name}Repository`]);
  const model = scope.use(`app.models.${words.module}`, entity.name);
  const base = subscript(scope.use('app.core.repository', 'Repository'), model);
  const header = classLine(`${entity.name}Repository`, base);
  const loads = loadedOf(entity).map((name) =>
    call(scope.use('sqlalchemy.orm', 'selectinload'), `${model}.${name}`),
  );
  const hasLoads = loads.length > 0;
  const printed = hasLoads ? tupleLine('loads = ', loads, 4) : '';
  return { ...words, header, model, hasLoads, loads: printed, imports: scope.imports() };
}

/** The relations that answers need, in the order of the fields. */
function loadedOf(entity: Entity): readonly string[] {
  const needed = new Set([...linksOf(entity), ...embedsOf(entity)]);
  return entity.fields.flatMap((field) =>
    field.kind === 'relation' && needed.has(field) ? [field.name] : [],
  );
}

/** What the template of a service prints. */
export function toServiceView(project: EntityProject, entity: Entity): object {
  const words = toWords(entity);
  const scope = openScope([`${entity.name}Service`]);
  const use = (module: string, suffix: string) => scope.use(module, `${entity.name}${suffix}`);
  const model = use(`app.models.${words.module}`, '');
  const base = subscript(
    scope.use('app.core.service', 'Service'),
    model,
    use(`app.schemas.${words.module}`, 'Create'),
    use(`app.schemas.${words.module}`, 'Update'),
  );
  const references = referencesOf(entity).map((relation) => {
    const target = targetOf(project, relation);
    const targetName = scope.use(`app.models.${toWords(target).module}`, target.name);
    const into: readonly (readonly [string, Code])[] = isMany(relation)
      ? [['relation', `"${relation.name}"`]]
      : [];
    const reference = scope.use('app.core.service', 'Reference');
    return call(reference, `"${keyNameOf(relation)}"`, targetName, ...into);
  });
  const hasReferences = references.length > 0;
  return {
    ...words,
    header: classLine(`${entity.name}Service`, base),
    hasReferences,
    references: hasReferences ? tupleLine('references = ', references, 4) : '',
    repository: use(`app.repositories.${words.module}_repository`, 'Repository'),
    session: scope.use('app.db.session', 'SessionDep'),
    imports: scope.imports(),
  };
}

/** What the template of the routes of an entity prints. */
export function toEndpointView(project: GuardedProject, entity: Entity): object {
  const words = toWords(entity);
  const scope = openScope(['router', `${entity.name}ServiceDep`]);
  const use = (module: string, suffix: string) => scope.use(module, `${entity.name}${suffix}`);
  const schemas = `app.schemas.${words.module}`;
  const names = {
    status: scope.use('fastapi', 'status'),
    conflict: scope.use('app.api.records', 'CONFLICT'),
    notFound: scope.use('app.api.records', 'NOT_FOUND'),
    model: use(`app.models.${words.module}`, ''),
    read: use(schemas, 'Read'),
  };
  const service = use(`app.services.${words.module}_service`, 'Service');
  const injected = subscript(
    scope.use('typing', 'Annotated'),
    service,
    `${scope.use('fastapi', 'Depends')}()`,
  );
  const router = call(
    scope.use('fastapi', 'APIRouter'),
    ['prefix', `"${words.prefix}"`],
    ['tags', `["${words.many}"]`],
    ...guardArguments(project, entity, scope),
  );
  return {
    ...words,
    ...names,
    router: pythonLine('router = ', router),
    serviceDep: pythonLine(`${entity.name}ServiceDep = `, injected),
    page: `${scope.use('app.core.pages', 'Page')}[${names.read}]`,
    ...signatures(project, entity, scope, names.model),
    imports: scope.imports(),
  };
}

/** What lets requests through to all routes of an entity, and what they are refused with. */
function guardArguments(
  project: GuardedProject,
  entity: Entity,
  scope: PythonScope,
): readonly (readonly [string, Code])[] {
  const { guard } = project;
  const access = accessOf(project, entity);
  if (guard === undefined || access === 'public') return [];
  const refusals = scope.use('app.api.records', 'UNAUTHORIZED');
  const depends = scope.use('fastapi', 'Depends');
  const { module, name } = access === 'login' ? guard.login : guard.roles;
  const used = scope.use(module, name);
  const roles = access === 'login' ? [] : access.map((role) => pythonLiteral(role));
  const dependency = access === 'login' ? used : call(used, ...roles);
  return [
    ['dependencies', listCode(call(depends, dependency))],
    ['responses', refusals],
  ];
}

/** The parameter, the argument and the check that make a record somebody's. */
function ownerView(project: GuardedProject, entity: Entity, scope: PythonScope) {
  const owner = ownerOf(project, entity);
  if (owner === undefined) return { parameters: [], given: [], check: '', alsoRefused: '' };
  const isOpen = accessOf(project, entity) === 'public';
  const { module, name } = project.guard!.user;
  const key = `${owner}_id`;
  const record = `${toWords(entity).module}_id`;
  const asker: Part = [key, 'user.id'];
  return {
    parameters: [`user: ${scope.use(module, name)}`],
    given: [asker],
    alsoRefused: isOpen ? ` | ${scope.use('app.api.records', 'UNAUTHORIZED')}` : '',
    check: `${pythonLine('await ', call('service.require_owner', record, asker), { indent: 4 })}\n`,
  };
}

/** The first line of each route function, or its lines. */
function signatures(
  project: GuardedProject,
  entity: Entity,
  scope: PythonScope,
  model: string,
): object {
  const { module, table } = toWords(entity);
  const schema = (suffix: string) => scope.use(`app.schemas.${module}`, `${entity.name}${suffix}`);
  const service = `service: ${entity.name}ServiceDep`;
  const id = `${module}_id: ${askedId({ project, scope })}`;
  const query = `query: ${scope.use('typing', 'Annotated')}[${schema('Query')}, ${scope.use('fastapi', 'Query')}()]`;
  const asked = [
    `request: ${scope.use('fastapi', 'Request')}`,
    `response: ${scope.use('fastapi', 'Response')}`,
  ];
  const route = (name: string, result: string, ...parameters: readonly string[]) =>
    signatureLine(name, [service, ...parameters], result);
  const { parameters, given, check, alsoRefused } = ownerView(project, entity, scope);
  return {
    list: route(`list_${table}`, `${scope.use('app.core.pages', 'Page')}[${model}]`, query),
    create: route(`create_${module}`, model, `body: ${schema('Create')}`, ...parameters, ...asked),
    get: route(`get_${module}`, model, id),
    update: route(`update_${module}`, model, id, `body: ${schema('Update')}`, ...parameters),
    remove: route(`delete_${module}`, 'None', id, ...parameters),
    createCall: pythonLine('created = await ', call('service.create', 'body', ...given), {
      indent: 4,
    }),
    ownerCheck: check,
    alsoRefused,
    updateCall: pythonLine('return await ', call('service.update', `${module}_id`, 'body'), {
      indent: 4,
    }),
  };
}

/** What the template of the test of all routes prints. */
export function toRoutesTestView(project: GuardedProject): object {
  const hasGuard = project.guard !== undefined;
  const built = entitiesOf(project, 'endpoint');
  const paths = built.map((entity) => {
    const { path, module, many } = toWords(entity);
    const guarded = hasGuard ? [guardedRoutes(project, entity)] : [];
    return call('', `"${path}"`, `"${module}_id"`, `"${many}"`, ...guarded);
  });
  const names = ['path', 'key', 'tag', ...(hasGuard ? ['is_guarded'] : [])];
  const parameters = ['client: AsyncClient', 'path: str', 'key: str', 'tag: str'];
  return {
    hasGuard,
    cases: parametrize(names, paths),
    signature: signatureLine(
      'test_routes_say_what_they_refuse',
      [...parameters, ...(hasGuard ? ['is_guarded: list[bool]'] : [])],
      'None',
    ),
  };
}

/** Which of list, create, get, update and delete need a login. */
function guardedRoutes(project: GuardedProject, entity: Entity): string {
  if (accessOf(project, entity) !== 'public') return '[True] * 5';
  const isOwned = ownerOf(project, entity) !== undefined;
  return isOwned ? '[False, True, False, True, True]' : '[False] * 5';
}

/** What the template of what all routes refuse with prints. */
export function toRefusalsView({ guard }: GuardedProject): object {
  return { hasGuard: guard !== undefined };
}
