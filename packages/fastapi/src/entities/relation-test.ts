import { hasLayer, keyNameOf, type Entity, type Relation } from '@hut/blueprint';
import {
  embedsOf,
  findNamed,
  isMany,
  isWritable,
  targetOf,
  type EntityProject,
} from './entity-project.ts';
import { pythonLiteral } from '@hut/render';
import { call, flatCode, type Call, type Code, type Part } from '../schema/python-code.ts';
import { accessOf, ownerOf, type GuardedProject } from './guarded-project.ts';
import { factoryOf } from './factory-view.ts';
import { toWords } from './entity-words.ts';
import { pythonLine, signatureLine } from './python-line.ts';
import type { PythonScope } from './python-scope.ts';
import { LINE_WIDTH } from '../line-width.ts';

/** A test file while its view is made. */
export interface TestFile {
  readonly project: GuardedProject;
  readonly entity: Entity;
  readonly scope: PythonScope;
}

/** The factory of an entity, under the name that the file has for it. */
export function useFactory(scope: PythonScope, entity: Entity): string {
  const name = factoryOf(entity);
  const short = name.length > LONGEST_NAME ? 'create_one' : name;
  return scope.use(`tests.factories.${toWords(entity).module}`, name, short);
}

/** Longer names leave no room on the lines of a test. */
const LONGEST_NAME = 36;

/** How a test makes a record that the client may change. */
export function ownRecord(file: TestFile, ...values: readonly Part[]): Call {
  const { project, entity, scope } = file;
  const owner = ownerOf(project, entity);
  const given: readonly Part[] = owner === undefined ? [] : [[owner, 'user']];
  return call(`await ${useFactory(scope, entity)}`, 'session', ...given, ...values);
}

/** The parameter of a test that makes such a record, where it takes one. */
export function askerParameters(file: TestFile): readonly string[] {
  if (ownerOf(file.project, file.entity) === undefined) return [];
  return [`user: ${useUser(file)}`];
}

/** The class of who asks. */
export function useUser({ project, scope }: TestFile): string {
  const user = findNamed(project, project.guard!.entity)!;
  return scope.use(`app.models.${toWords(user).module}`, user.name);
}

/** An id as JSON has it. */
export function jsonId({ ids }: EntityProject, record: string): string {
  return ids === 'int' ? `${record}.id` : `str(${record}.id)`;
}

/** The same where there may be little room. */
export function jsonIdCode({ ids }: EntityProject, record: string): Code {
  return ids === 'int' ? `${record}.id` : call('str', `${record}.id`);
}

/** The test of one relation, through the API: it is set, shown, filtered by, and what deleting the other end does. */
export function relationTest(file: TestFile, relation: Relation): string {
  return (isMany(relation) ? manyTest(file, relation) : oneTest(file, relation)).join('\n');
}

function oneTest(file: TestFile, relation: Relation): readonly string[] {
  const { project, entity, scope } = file;
  const { key, lines } = toKey(relation);
  return [
    header(file, relation),
    `    other = await ${useFactory(scope, targetOf(project, relation))}(session)`,
    `    other_id = ${jsonId(project, 'other')}`,
    ...lines,
    ...ownPath(file),
    `    changed = (await client.patch(path, json={${key}: other_id})).json()`,
    `    assert changed[${key}] == other_id`,
    ...(embedsOf(entity).includes(relation)
      ? [`    assert changed["${relation.name}"]["id"] == other_id`]
      : []),
    `    found = (await client.get(PATH, params={${key}: other_id})).json()`,
    '    assert found["items"] == [changed]',
    ...deletion(file, relation, key),
  ];
}

/** The name of a relation in requests, as code: a long one gets a variable. */
function toKey(relation: Relation): { readonly key: string; readonly lines: readonly string[] } {
  const literal = pythonLiteral(keyNameOf(relation));
  if (literal.length <= LONGEST_NAME) return { key: literal, lines: [] };
  return { key: 'key', lines: [`    key = ${literal}`] };
}

/** Where a record is that the client may change, as a variable of a test. */
export function ownPath(
  file: TestFile,
  variable = 'path',
  ...values: readonly Part[]
): readonly string[] {
  const record = ownRecord(file, ...values);
  const line = `    ${variable} = f"{PATH}/{(${flatCode(record)}).id}"`;
  if (line.length <= LINE_WIDTH) return [line];
  return [
    pythonLine('record = ', record, { indent: 4 }),
    `    ${variable} = f"{PATH}/{record.id}"`,
  ];
}

function header(file: TestFile, { name }: Relation): string {
  const { scope } = file;
  const client = `client: ${scope.use('httpx2', 'AsyncClient')}`;
  const session = `session: ${scope.use('sqlalchemy.ext.asyncio', 'AsyncSession')}`;
  return signatureLine(`test_the_${name}`, [client, session, ...askerParameters(file)], 'None');
}

/** Through the API where there is one; else the database says it to the session. */
function deletion(file: TestFile, { target, onDelete }: Relation, key: string): readonly string[] {
  const { project, scope } = file;
  const other = project.entities.find((candidate) => candidate.name === target)!;
  const after = {
    restrict: [],
    cascade: ['    assert (await client.get(path)).status_code == 404'],
    null: [`    assert (await client.get(path)).json()[${key}] is None`],
  }[onDelete];
  if (isInReach(file, other)) {
    const status = onDelete === 'restrict' ? 409 : 204;
    return [...deleteLines(other, 'other_id', status), ...after];
  }
  const model = scope.use(`app.models.${toWords(other).module}`, target);
  const statement = `${scope.use('sqlalchemy', 'delete')}(${model}).where(${model}.id == other.id)`;
  const remove = `await session.execute(${statement})`;
  if (onDelete !== 'restrict') return [`    ${remove}`, ...after];
  const raises = `${scope.useModule('pytest')}.raises(${scope.use('sqlalchemy.exc', 'IntegrityError')})`;
  return [`    with ${raises}:`, `        ${remove}`];
}

/** Whether who asks in this test may delete such a record through the API. */
function isInReach({ project, entity }: TestFile, other: Entity): boolean {
  const access = accessOf(project, other);
  const isLetIn =
    typeof access === 'string' || String(access) === String(accessOf(project, entity));
  return hasLayer(other, 'endpoint') && ownerOf(project, other) === undefined && isLetIn;
}

function deleteLines(entity: Entity, id: string, status: number): readonly string[] {
  const { path } = toWords(entity);
  const url = `f"${path}/{${id}}"`;
  if (path.length <= LONGEST_NAME)
    return [`    assert (await client.delete(${url})).status_code == ${String(status)}`];
  return [
    `    url = ${url}`,
    `    assert (await client.delete(url)).status_code == ${String(status)}`,
  ];
}

function manyTest(file: TestFile, relation: Relation): readonly string[] {
  const { project, entity, scope } = file;
  const { key, lines } = toKey(relation);
  const factory = useFactory(scope, targetOf(project, relation));
  return [
    header(file, relation),
    `    others = [await ${factory}(session) for _ in range(3)]`,
    // Which of two ids comes first is for the database to say.
    `    ids = sorted(${jsonId(project, 'other')} for other in others)`,
    ...lines,
    ...ownPath(file),
    '    for linked in (ids, ids[:1]):',
    `        changed = (await client.patch(path, json={${key}: linked})).json()`,
    `        assert sorted(changed[${key}]) == linked`,
    ...nestedLines(entity, relation),
    ...gone(file, relation, key),
  ];
}

function nestedLines(entity: Entity, relation: Relation): readonly string[] {
  if (!embedsOf(entity).includes(relation)) return [];
  const nested = `changed["${relation.name}"]`;
  if (relation.name.length <= LONGEST_NAME)
    return [`        assert sorted(other["id"] for other in ${nested}) == linked`];
  return [
    `        nested = ${nested}`,
    '        assert sorted(other["id"] for other in nested) == linked',
  ];
}

/** A link goes with either end. */
function gone(file: TestFile, relation: Relation, key: string): readonly string[] {
  const { project, entity } = file;
  const target = targetOf(project, relation);
  if (!isInReach(file, target) || target === entity) return [];
  return [
    ...deleteLines(target, 'ids[0]', 204),
    `    assert (await client.get(path)).json()[${key}] == []`,
  ];
}

/** The relations that requests may say. */
export function testedRelations(entity: Entity): readonly Relation[] {
  return entity.fields.filter(
    (field): field is Relation => field.kind === 'relation' && isWritable(field),
  );
}
