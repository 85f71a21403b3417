import { keyNameOf, type Entity, type Relation, type Scalar } from '@hut/blueprint';
import { pythonLiteral } from '@hut/render';
import { unknownIdCode } from './unknown-id.ts';
import { call, dictCode, listCode, type Code, type Part } from '../schema/python-code.ts';
import {
  bodyView,
  changesOf,
  defaultsOf,
  dictLine,
  localOf,
  writableScalars,
  type Pair,
} from './request-body.ts';
import { shownDefault } from './default-json.ts';
import {
  apiNameOf,
  embedsOf,
  isMany,
  isWritable,
  loadedOf,
  scalarsOf,
  targetOf,
  type EntityProject,
} from './entity-project.ts';
import { guardTests, guardTestView } from './guard-test.ts';
import { ownerOf, type GuardedProject } from './guarded-project.ts';
import { toWords } from './entity-words.ts';
import { isLeftToDefault, requiredOf } from './factory-view.ts';
import { parametrize } from './field-type-cases.ts';
import { pythonLine, signatureLine } from './python-line.ts';
import { openScope, openTestScope } from './python-scope.ts';
import {
  askerParameters,
  jsonIdCode,
  ownPath,
  ownRecord,
  relationTest,
  testedRelations,
  useFactory,
  type TestFile,
} from './relation-test.ts';
import { toSample } from './samples/sample.ts';
import { isComparable } from './scalar-types.ts';

/** What the template of the tests of the routes of an entity prints. */
export function toTestView(project: GuardedProject, entity: Entity): object {
  const words = toWords(entity);
  const scope = openTestScope(OWN_NAMES);
  const file = { project, entity, scope };
  useAlways(file);
  const view = {
    ...words,
    factory: useFactory(scope, entity),
    unknown: unknownIdCode(project),
    defaults: dictLine('DEFAULTS: Json = ', defaultsOf(entity)),
    changes: dictLine('CHANGES: Json = ', changesOf(entity)),
    made: tupleOf(madeNames(file)),
    ...bodyView(file),
    refusedCases: parametrize(['field', 'values'], refusedOf(entity)),
    ...signatures(file),
    ...guardTestView(file),
    refusedPath: ownPath(file, 'one').join('\n'),
    updatePath: ownPath(file, 'path', ['updated_at', 'PAST']).join('\n'),
    deletePath: ownPath(file).join('\n'),
    ...uniqueView(file),
    ...filterView(entity),
    sortKeys: sortKeysOf(entity),
    ...updateView(entity),
    ...queriesView(file),
    furtherTests: [
      ...testedRelations(entity).map((relation) => relationTest(file, relation)),
      ...guardTests(file),
    ],
  };
  return { ...view, imports: scope.imports() };
}

/** What the file itself calls something. */
const OWN_NAMES = ['Json', 'PATH', 'UNKNOWN', 'PAST', 'DEFAULTS', 'CHANGES', 'body', 'user'];

function useAlways({ scope }: TestFile): void {
  scope.useModule('datetime', 'dt');
  scope.useModule('pytest');
  scope.use('typing', 'Any');
  scope.use('httpx2', 'AsyncClient');
  scope.use('sqlalchemy.ext.asyncio', 'AsyncSession');
}

/** What is made at the moment that a record is, or stands in another one. */
function madeNames({ project, entity }: TestFile): readonly string[] {
  const owner = ownerOf(project, entity);
  const made = scalarsOf(entity).filter(
    (field) => !field.private && field.default !== undefined && field.default.kind !== 'value',
  );
  return [
    'id',
    'created_at',
    'updated_at',
    ...made.map(({ name }) => name),
    ...embedsOf(entity).map(({ name }) => name),
    ...(owner === undefined ? [] : [`${owner}_id`]),
  ];
}

function tupleOf(names: readonly string[]): string {
  const tuple = call('', ...names.map((name) => pythonLiteral(name)));
  return pythonLine('made = ', tuple, { indent: 4 });
}

/** What is wrong with each field, one after the other. */
function refusedOf(entity: Entity): readonly Code[] {
  const cases = entity.fields.map(
    (field) => [apiNameOf(field), refusedValues(field, entity)] as const,
  );
  return [...cases, ['id', ['UNKNOWN']] as const].map(([name, values]) =>
    call('', pythonLiteral(name), listCode(...values)),
  );
}

function refusedValues(field: Scalar | Relation, entity: Entity): readonly string[] {
  if (!isWritable(field)) return ['None'];
  if (field.kind === 'scalar') return toSample(field, entity).refused;
  if (isMany(field)) return ['None', '[UNKNOWN]'];
  return field.optional ? ['UNKNOWN'] : ['None', 'UNKNOWN'];
}

/** Sets that requests can fill; what may be left out is given, because the database takes any number of nothings. */
function uniqueView(file: TestFile): object {
  const { project, entity, scope } = file;
  const single = entity.fields.filter(({ unique }) => unique).map(({ name }) => [name]);
  const sets = [...single, ...entity.unique].map((set) =>
    set.map((name) => entity.fields.find((field) => field.name === name)),
  );
  const usable = sets.filter((set): set is (Scalar | Relation)[] =>
    set.every((field) => field !== undefined && isWritable(field)),
  );
  const optional = [...new Set(usable.flat())].filter(
    (field) => field.kind === 'relation' && field.optional,
  ) as Relation[];
  const factories = optional.map((relation) => {
    const factory = useFactory(scope, targetOf(project, relation));
    return `    ${localOf(relation)} = await ${factory}(session)`;
  });
  const pairs = optional.map((relation): Pair => [
    keyNameOf(relation),
    jsonIdCode(project, localOf(relation)),
  ]);
  const given = dictCode(
    '**body',
    '**CHANGES',
    ...pairs.map(([name, value]): Part => [pythonLiteral(name), value]),
  );
  const line =
    pairs.length === 0
      ? '    given = body | CHANGES'
      : pythonLine('given = ', given, { indent: 4 });
  const owner = ownerOf(project, entity);
  // Of an owner who has one record at most, the second is refused for that.
  const hasOne = entity.fields.some(
    (field) =>
      field.name === owner && field.kind === 'relation' && field.cardinality === 'one-to-one',
  );
  return {
    hasUnique: usable.length > 0 && !hasOne,
    uniqueOther: pythonLine('other = ', ownRecord(file), { indent: 4 }),
    uniqueCases: parametrize(
      ['fields'],
      usable.map((set) => listCode(...set.map((field) => pythonLiteral(apiNameOf(field))))),
    ),
    uniqueGiven: [...factories, line].join('\n'),
  };
}

/** Only what differs between the two records of the test shows that a filter filters. */
function filterView(entity: Entity): object {
  const names = writableScalars(entity)
    .filter((field) => isComparable(field) && isToldApart(field, entity))
    .map(({ name }) => pythonLiteral(name));
  const filters = pythonLine('for field in ', listCode(...names), { indent: 4, after: ':' });
  return { hasFilters: names.length > 0, filters };
}

function isToldApart(field: Scalar, entity: Entity): boolean {
  const { changed, isDistinct } = toSample(field, entity);
  const value = field.default === undefined ? undefined : shownDefault(field);
  return isLeftToDefault(field, entity) ? value !== changed : isDistinct;
}

function sortKeysOf(entity: Entity): string {
  const open = scalarsOf(entity).filter((field) => !field.private && isComparable(field));
  const keys = [...open.map(({ name }) => name), 'created_at', 'updated_at'];
  const tuple = call('', ...keys.map((key) => pythonLiteral(key)));
  return pythonLine('for key in ', tuple, { indent: 4, after: ':' });
}

function updateView(entity: Entity): object {
  const scalars = writableScalars(entity);
  const optional = scalars.filter((field) => field.optional);
  const empty = optional.map(({ name }) => call('', pythonLiteral(name), 'None'));
  const updateCases = parametrize(['field', 'value'], ['*CHANGES.items()', ...empty]);
  return { hasUpdates: scalars.length > 0, updateCases };
}

/** What a list loads besides its own rows. */
function queriesView(file: TestFile): object {
  const { project, entity, scope } = file;
  const loaded = loadedOf(entity);
  if (loaded.length === 0) return { hasLoads: false, sizes: '', loadedRecord: '' };
  scope.use('sqlalchemy.ext.asyncio', 'AsyncEngine');
  scope.use('tests.queries', 'count_queries');
  const parts = loaded.map((relation): Part => {
    const other = `await ${useFactory(scope, targetOf(project, relation))}(session)`;
    return [relation.name, isMany(relation) ? `[${other}]` : other];
  });
  const code = call(useFactory(scope, entity), 'session', ...parts);
  const isTight = [entity, ...loaded.map((relation) => targetOf(project, relation))].some((one) =>
    hasFewValues(project, one),
  );
  return {
    hasLoads: true,
    sizes: isTight ? '(1, 2)' : '(2, 18)',
    loadedRecord: pythonLine('await ', code, { indent: 12 }),
  };
}

/** The first line of each test that has many parameters. */
function signatures(file: TestFile): object {
  const { scope } = file;
  const client = `client: ${scope.use('httpx2', 'AsyncClient')}`;
  const session = `session: ${scope.use('sqlalchemy.ext.asyncio', 'AsyncSession')}`;
  const askers = askerParameters(file);
  const test = (name: string, ...parameters: readonly string[]) =>
    signatureLine(name, [client, session, ...parameters], 'None');
  return {
    refusedSignature: test(
      'test_what_is_refused',
      ...askers,
      'body: Json',
      'field: str',
      'values: list[Any]',
    ),
    uniqueSignature: test('test_what_is_unique', ...askers, 'body: Json', 'fields: list[str]'),
    updateSignature: test('test_update', ...askers, 'field: str', 'value: Any'),
    deleteSignature: test('test_delete', ...askers),
  };
}

/** Whether so few records of a kind can be told apart that a test cannot make twenty. */
function hasFewValues(project: EntityProject, entity: Entity): boolean {
  const isCut = scalarsOf(entity)
    .filter(({ unique }) => unique)
    .some((field) => / % (?:\d{1,2}\b|10\*\*1\b)/u.test(toSample(field, entity).stored(NOWHERE)));
  const needed = requiredOf(entity).map((relation) => targetOf(project, relation));
  return isCut || needed.some((target) => hasFewValues(project, target));
}

const NOWHERE = { scope: openScope([]), enumClass: '' };
