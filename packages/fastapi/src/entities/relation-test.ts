import { hasLayer, keyNameOf, type Entity, type Relation } from '@hut/blueprint';
import { embedsOf, isMany, isWritable, targetOf, type EntityProject } from './entity-project.ts';
import { factoryOf } from './factory-view.ts';
import { toWords } from './entity-words.ts';
import type { PythonScope } from './python-scope.ts';

/** A test file while its view is made. */
export interface TestFile {
  readonly project: EntityProject;
  readonly entity: Entity;
  readonly scope: PythonScope;
}

/** The factory of an entity, under the name that the file has for it. */
export function useFactory(scope: PythonScope, entity: Entity): string {
  return scope.use(`tests.factories.${toWords(entity).module}`, factoryOf(entity));
}

/** An id as JSON has it. */
export function jsonId({ ids }: EntityProject, record: string): string {
  return ids === 'int' ? `${record}.id` : `str(${record}.id)`;
}

/** The test of one relation, through the API: it is set, shown, filtered by, and what deleting the other end does. */
export function relationTest(file: TestFile, relation: Relation): string {
  return (isMany(relation) ? manyTest(file, relation) : oneTest(file, relation)).join('\n');
}

function oneTest(file: TestFile, relation: Relation): readonly string[] {
  const { project, entity, scope } = file;
  const key = keyNameOf(relation);
  const own = useFactory(scope, entity);
  return [
    ...header(file, relation),
    `    other = await ${useFactory(scope, targetOf(project, relation))}(session)`,
    `    other_id = ${jsonId(project, 'other')}`,
    `    path = f"{PATH}/{(await ${own}(session)).id}"`,
    `    changed = (await client.patch(path, json={"${key}": other_id})).json()`,
    `    assert changed["${key}"] == other_id`,
    ...(embedsOf(entity).includes(relation)
      ? [`    assert changed["${relation.name}"]["id"] == other_id`]
      : []),
    `    found = (await client.get(PATH, params={"${key}": other_id})).json()`,
    '    assert found["items"] == [changed]',
    ...deletion(file, relation),
  ];
}

function header({ scope }: TestFile, { name }: Relation): readonly string[] {
  const client = scope.use('httpx2', 'AsyncClient');
  const session = scope.use('sqlalchemy.ext.asyncio', 'AsyncSession');
  return [`async def test_${name}(client: ${client}, session: ${session}) -> None:`];
}

/** Through the API where there is one; else the database says it to the session. */
function deletion(
  file: TestFile,
  { target, onDelete, name, cardinality }: Relation,
): readonly string[] {
  const { project, scope } = file;
  const other = project.entities.find((candidate) => candidate.name === target)!;
  const after = {
    restrict: [],
    cascade: ['    assert (await client.get(path)).status_code == 404'],
    null: [
      `    assert (await client.get(path)).json()["${keyNameOf({ name, cardinality })}"] is None`,
    ],
  }[onDelete];
  if (hasLayer(other, 'endpoint')) {
    const status = onDelete === 'restrict' ? 409 : 204;
    const gone = `await client.delete(f"${toWords(other).path}/{other_id}")`;
    return [`    assert (${gone}).status_code == ${String(status)}`, ...after];
  }
  const model = scope.use(`app.models.${toWords(other).module}`, target);
  const statement = `${scope.use('sqlalchemy', 'delete')}(${model}).where(${model}.id == other.id)`;
  const remove = `await session.execute(${statement})`;
  if (onDelete !== 'restrict') return [`    ${remove}`, ...after];
  const raises = `${scope.useModule('pytest')}.raises(${scope.use('sqlalchemy.exc', 'IntegrityError')})`;
  return [`    with ${raises}:`, `        ${remove}`];
}

function manyTest(file: TestFile, relation: Relation): readonly string[] {
  const { project, entity, scope } = file;
  const key = keyNameOf(relation);
  const factory = useFactory(scope, targetOf(project, relation));
  const own = useFactory(scope, entity);
  const isEmbedded = embedsOf(entity).includes(relation);
  return [
    ...header(file, relation),
    `    others = [await ${factory}(session) for _ in range(3)]`,
    // Which of two ids comes first is for the database to say.
    `    ids = sorted(${jsonId(project, 'other')} for other in others)`,
    `    path = f"{PATH}/{(await ${own}(session)).id}"`,
    '    for linked in (ids, ids[:1]):',
    `        changed = (await client.patch(path, json={"${key}": linked})).json()`,
    `        assert sorted(changed["${key}"]) == linked`,
    ...(isEmbedded
      ? [`        assert sorted(other["id"] for other in changed["${relation.name}"]) == linked`]
      : []),
    ...gone(file, relation, key),
  ];
}

/** A link goes with either end. */
function gone({ project, entity }: TestFile, relation: Relation, key: string): readonly string[] {
  const target = targetOf(project, relation);
  if (!hasLayer(target, 'endpoint') || target === entity) return [];
  return [
    `    assert (await client.delete(f"${toWords(target).path}/{ids[0]}")).status_code == 204`,
    `    assert (await client.get(path)).json()["${key}"] == []`,
  ];
}

/** The relations that requests may say. */
export function testedRelations(entity: Entity): readonly Relation[] {
  return entity.fields.filter(
    (field): field is Relation => field.kind === 'relation' && isWritable(field),
  );
}
