import { keyNameOf, type Entity, type Relation, type Scalar } from '@hut/blueprint';
import { pythonLiteral } from '@hut/render';
import { call, type Code, type Part } from '../schema/python-code.ts';
import { shownDefault } from './default-json.ts';
import {
  apiNameOf,
  embedsOf,
  isMany,
  isWritable,
  linksOf,
  scalarsOf,
  targetOf,
  type EntityProject,
} from './entity-project.ts';
import { toWords } from './entity-words.ts';
import { requiredOf } from './factory-view.ts';
import { listCode, parametrize } from './field-type-cases.ts';
import { pythonLine, signatureLine } from './python-line.ts';
import { openScope } from './python-scope.ts';
import {
  jsonId,
  relationTest,
  testedRelations,
  useFactory,
  type TestFile,
} from './relation-test.ts';
import { toSample } from './samples/sample.ts';
import { isComparable } from './scalar-types.ts';

/** What the template of the tests of the routes of an entity prints. */
export function toTestView(project: EntityProject, entity: Entity): object {
  const words = toWords(entity);
  const scope = openScope(OWN_NAMES);
  const file = { project, entity, scope };
  useAlways(file);
  const view = {
    ...words,
    factory: useFactory(scope, entity),
    unknown: project.ids === 'int' ? '2**31 - 1' : '"00000000-0000-4000-8000-000000000000"',
    defaults: dict('DEFAULTS: Json = ', defaultsOf(entity)),
    changes: dict('CHANGES: Json = ', changesOf(entity)),
    made: tupleOf(madeNames(entity)),
    ...bodyView(file),
    refusedCases: parametrize(['field', 'values'], refusedOf(entity)),
    ...signatures(file),
    ...uniqueView(file),
    filters: filtersOf(entity),
    sortKeys: sortKeysOf(entity),
    ...updateView(entity),
    ...queriesView(file),
    relations: testedRelations(entity).map((relation) => relationTest(file, relation)),
  };
  return { ...view, imports: scope.imports() };
}

/** What the file itself calls something. */
const OWN_NAMES = ['Json', 'PATH', 'UNKNOWN', 'PAST', 'DEFAULTS', 'CHANGES', 'body'];

function useAlways({ scope }: TestFile): void {
  scope.useModule('datetime', 'dt');
  scope.useModule('pytest');
  scope.use('typing', 'Any');
  scope.use('httpx2', 'AsyncClient');
  scope.use('sqlalchemy.ext.asyncio', 'AsyncSession');
}

type Pair = readonly [name: string, value: Code];

/** `NAME = {...}`, an item a line unless it fits on one. */
function dict(start: string, pairs: readonly Pair[]): string {
  const parts: readonly Part[] = pairs.map(([name, value]) => pairCode(name, value));
  return pythonLine(start, { ...call('', ...parts), open: '{', close: '}' });
}

function pairCode(name: string, value: Code): Code {
  if (typeof value === 'string') return `"${name}": ${value}`;
  return { ...call(''), open: `"${name}": `, parts: [value], close: '' };
}

function defaultsOf(entity: Entity): readonly Pair[] {
  return entity.fields
    .filter((field) => !field.private)
    .flatMap((field): readonly Pair[] => {
      const value = field.kind === 'scalar' ? shownDefault(field) : emptyOf(field);
      return value === undefined ? [] : [[apiNameOf(field), value]];
    });
}

function emptyOf(relation: Relation): string | undefined {
  if (isMany(relation)) return '[]';
  return relation.optional ? 'None' : undefined;
}

function writableScalars(entity: Entity): readonly Scalar[] {
  return scalarsOf(entity).filter(isWritable);
}

function changesOf(entity: Entity): readonly Pair[] {
  return writableScalars(entity).map((field) => [field.name, toSample(field, entity).changed]);
}

/** What is made at the moment that a record is, or stands in another one. */
function madeNames(entity: Entity): readonly string[] {
  const made = scalarsOf(entity).filter(
    (field) => !field.private && field.default !== undefined && field.default.kind !== 'value',
  );
  return [
    'id',
    'created_at',
    'updated_at',
    ...made.map(({ name }) => name),
    ...embedsOf(entity).map(({ name }) => name),
  ];
}

function tupleOf(names: readonly string[]): string {
  const tuple = call('', ...names.map((name) => pythonLiteral(name)));
  return pythonLine('made = ', tuple, { indent: 4 });
}

/** What a request must say: a fixture, because it may need others to point to. */
function bodyView(file: TestFile): object {
  const { project, entity, scope } = file;
  const relations = requiredOf(entity).filter(isWritable);
  const pairs = entity.fields.filter(isWritable).flatMap((field): readonly Pair[] => {
    if (field.kind === 'scalar') {
      const isRequired = field.default === undefined && !field.optional;
      return isRequired ? [[field.name, toSample(field, entity).given]] : [];
    }
    return relations.includes(field) ? [[keyNameOf(field), jsonId(project, field.name)]] : [];
  });
  const targets = relations.map((relation) => {
    const factory = useFactory(scope, targetOf(project, relation));
    return `    ${relation.name} = await ${factory}(session)`;
  });
  const start = relations.length === 0 ? 'def body()' : 'async def body(session: AsyncSession)';
  const lines = [...targets, indent(dict('return ', pairs))];
  return {
    hasRequired: pairs.length > 0,
    bodySignature: `${start} -> Json:`,
    bodyLines: lines.join('\n'),
  };
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gmu, '    ');
}

/** What is wrong with each field, one after the other. */
function refusedOf(entity: Entity): readonly Code[] {
  const cases = entity.fields.map(
    (field) => [apiNameOf(field), refusedValues(field, entity)] as const,
  );
  return [...cases, ['id', ['UNKNOWN']] as const].map(([name, values]) =>
    call('', pythonLiteral(name), listCode(values)),
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
    return `    ${relation.name} = await ${factory}(session)`;
  });
  const pairs = optional.map((relation): Pair => [
    keyNameOf(relation),
    jsonId(project, relation.name),
  ]);
  const more = pairs.length === 0 ? '' : ` | ${dict('', pairs)}`;
  return {
    hasUnique: usable.length > 0,
    uniqueCases: parametrize(
      ['fields'],
      usable.map((set) => listCode(set.map((field) => pythonLiteral(apiNameOf(field))))),
    ),
    uniqueGiven: [...factories, `    given = body | CHANGES${more}`].join('\n'),
  };
}

/** Only what differs between the two records of the test shows that a filter filters. */
function filtersOf(entity: Entity): string {
  const names = writableScalars(entity)
    .filter((field) => isComparable(field) && isToldApart(field, entity))
    .map(({ name }) => pythonLiteral(name));
  return pythonLine('for field in ', listCode(names), { indent: 4, after: ':' });
}

function isToldApart(field: Scalar, entity: Entity): boolean {
  const { changed, isDistinct } = toSample(field, entity);
  const value = field.default === undefined ? undefined : shownDefault(field);
  return field.default === undefined ? isDistinct : value !== changed;
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
  const loaded = [...new Set([...linksOf(entity), ...embedsOf(entity)])];
  if (loaded.length === 0) return { hasLoads: false, loadedRecord: '' };
  scope.use('sqlalchemy.ext.asyncio', 'AsyncEngine');
  scope.use('tests.queries', 'count_queries');
  const parts = loaded.map((relation): Part => {
    const other = `await ${useFactory(scope, targetOf(project, relation))}(session)`;
    return [relation.name, isMany(relation) ? `[${other}]` : other];
  });
  const code = call(useFactory(scope, entity), 'session', ...parts);
  return { hasLoads: true, loadedRecord: pythonLine('await ', code, { indent: 12 }) };
}

/** The first line of each test that has many parameters. */
function signatures({ scope }: TestFile): object {
  const client = `client: ${scope.use('httpx2', 'AsyncClient')}`;
  const session = `session: ${scope.use('sqlalchemy.ext.asyncio', 'AsyncSession')}`;
  const test = (name: string, ...parameters: readonly string[]) =>
    signatureLine(name, [client, session, ...parameters], 'None');
  return {
    refusedSignature: test('test_what_is_refused', 'body: Json', 'field: str', 'values: list[Any]'),
    uniqueSignature: test('test_what_is_unique', 'body: Json', 'fields: list[str]'),
  };
}
