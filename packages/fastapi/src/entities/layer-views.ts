import { keyNameOf, type Entity } from '@hut/blueprint';
import { call, type Code } from '../schema/python-code.ts';
import {
  embedsOf,
  isMany,
  linksOf,
  referencesOf,
  targetOf,
  type EntityProject,
} from './entity-project.ts';
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
export function toEndpointView(project: EntityProject, entity: Entity): object {
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

/** The first line of each route function, or its lines. */
function signatures(
  project: EntityProject,
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
  return {
    list: route(`list_${table}`, `${scope.use('app.core.pages', 'Page')}[${model}]`, query),
    create: route(`create_${module}`, model, `body: ${schema('Create')}`, ...asked),
    get: route(`get_${module}`, model, id),
    update: route(`update_${module}`, model, id, `body: ${schema('Update')}`),
    remove: route(`delete_${module}`, 'None', id),
    updateCall: pythonLine('return await ', call('service.update', `${module}_id`, 'body'), {
      indent: 4,
    }),
  };
}

/** What the template of the test of all routes prints. */
export function toRoutesTestView(entities: readonly Entity[]): object {
  const paths = entities.map((entity) => {
    const { path, module, many } = toWords(entity);
    return call('', `"${path}"`, `"${module}_id"`, `"${many}"`);
  });
  return { cases: parametrize(['path', 'key', 'tag'], paths) };
}
