import type { Entity } from '@hut/blueprint';
import {
  apiNameOf,
  isLoading,
  referencesOf,
  isMany,
  type EntityProject,
} from './entity-project.ts';
import { toWords } from './entity-words.ts';
import { unknownIdCode } from './unknown-id.ts';
import { useFactory, type TestFile } from './relation-test.ts';
import { bodyView, changesOf, dictLine } from './request-body.ts';
import { openTestScope } from './python-scope.ts';

/** What the template of the test of a model prints, where no higher layer tests it. */
export function toModelTestView(project: EntityProject, entity: Entity): object {
  const { file, names } = openTest(project, entity);
  file.scope.use('sqlalchemy', 'inspect');
  const model = names.use('models', '');
  return { ...names.words, ...names.always(), model, imports: file.scope.imports() };
}

/** What the template of the test of schemas prints. */
export function toSchemaTestView(project: EntityProject, entity: Entity): object {
  const { file, names } = openTest(project, entity);
  const view = {
    ...requestView(file),
    hasRead: !isLoading(entity),
    create: names.use('schemas', 'Create'),
    update: names.use('schemas', 'Update'),
    read: isLoading(entity) ? '' : names.use('schemas', 'Read'),
  };
  const always = isLoading(entity) ? {} : names.always();
  return { ...names.words, ...view, ...always, imports: file.scope.imports() };
}

/** What the template of the test of a repository prints. */
export function toRepositoryTestView(project: EntityProject, entity: Entity): object {
  const { file, names } = openTest(project, entity);
  const view = {
    repository: names.use('repositories', 'Repository', '_repository'),
    query: names.use('schemas', 'Query'),
  };
  return { ...names.words, ...view, ...names.always(), imports: file.scope.imports() };
}

/** What the template of the test of a service prints. */
export function toServiceTestView(project: EntityProject, entity: Entity): object {
  const { file, names } = openTest(project, entity);
  const [reference] = referencesOf(entity);
  const view = {
    ...requestView(file),
    service: names.use('services', 'Service', '_service'),
    create: names.use('schemas', 'Create'),
    update: names.use('schemas', 'Update'),
    query: names.use('schemas', 'Query'),
    hasReferences: reference !== undefined,
    unknown: reference === undefined ? '' : unknownOf(project, reference),
  };
  file.scope.useModule('pytest');
  file.scope.useModule('datetime', 'dt');
  file.scope.use('fastapi', 'HTTPException');
  if (reference !== undefined) file.scope.use('fastapi.exceptions', 'RequestValidationError');
  return { ...names.words, ...view, ...names.always(), imports: file.scope.imports() };
}

function unknownOf(
  project: EntityProject,
  reference: ReturnType<typeof referencesOf>[number],
): string {
  const id = unknownIdCode(project);
  return `{"${apiNameOf(reference)}": ${isMany(reference) ? `[${id}]` : id}}`;
}

/** What a request says, as the fixtures and constants of a file. */
function requestView(file: TestFile): object {
  file.scope.useModule('pytest');
  file.scope.use('typing', 'Any');
  if (/session/u.test(JSON.stringify(bodyView(file)))) useSession(file);
  return { ...bodyView(file), changes: dictLine('CHANGES: Json = ', changesOf(file.entity)) };
}

function useSession({ scope }: TestFile): void {
  scope.use('sqlalchemy.ext.asyncio', 'AsyncSession');
}

/** A test file, and how it names the classes of its entity. */
function openTest(project: EntityProject, entity: Entity) {
  const scope = openTestScope(['Json', 'CHANGES', 'PAST', 'body']);
  const file: TestFile = { project, entity, scope };
  const words = toWords(entity);
  const names = {
    words,
    use: (folder: string, suffix: string, end = '') =>
      scope.use(`app.${folder}.${words.module}${end}`, `${entity.name}${suffix}`),
    /** A factory and the session that it stores into. */
    always: () => {
      useSession(file);
      return { factory: useFactory(scope, entity) };
    },
  };
  return { file, names };
}
