import { keyNameOf, type Entity, type Relation, type Scalar } from '@hut/blueprint';
import { pythonLiteral } from '@hut/render';
import { dictCode, type Code, type Part } from '../schema/python-code.ts';
import { shownDefault } from './default-json.ts';
import { apiNameOf, isMany, isWritable, scalarsOf, targetOf } from './entity-project.ts';
import { requiredOf } from './factory-view.ts';
import { PYTHON_BUILTINS } from './python-builtins.ts';
import { pythonLine } from './python-line.ts';
import { jsonIdCode, useFactory, type TestFile } from './relation-test.ts';
import { toSample } from './samples/sample.ts';

/** A name in a JSON object, and its value as code. */
export type Pair = readonly [name: string, value: Code];

/** `NAME = {...}`, an item a line unless it fits on one. */
export function dictLine(start: string, pairs: readonly Pair[], indent = 0): string {
  const parts = pairs.map(([name, value]): Part => [pythonLiteral(name), value]);
  return pythonLine(start, dictCode(...parts), { indent });
}

/** What answers show of the fields that a request left out. */
export function defaultsOf(entity: Entity): readonly Pair[] {
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

/** The values that requests may say. */
export function writableScalars(entity: Entity): readonly Scalar[] {
  return scalarsOf(entity).filter(isWritable);
}

/** One value for each of them, other than those of a factory. */
export function changesOf(entity: Entity): readonly Pair[] {
  return writableScalars(entity).map((field) => [field.name, toSample(field, entity).changed]);
}

/** What a request must say: a fixture, because it may need others to point to. */
export function bodyView(file: TestFile): object {
  const { project, entity, scope } = file;
  const relations = requiredOf(entity).filter(isWritable);
  const pairs = entity.fields.filter(isWritable).flatMap((field): readonly Pair[] => {
    if (field.kind === 'scalar') {
      const isRequired = field.default === undefined && !field.optional;
      return isRequired ? [[field.name, toSample(field, entity).given]] : [];
    }
    const isNeeded = relations.includes(field);
    return isNeeded ? [[keyNameOf(field), jsonIdCode(project, localOf(field))]] : [];
  });
  const targets = relations.map((relation) => {
    const factory = useFactory(scope, targetOf(project, relation));
    return `    ${localOf(relation)} = await ${factory}(session)`;
  });
  const start = relations.length === 0 ? 'def body()' : 'async def body(session: AsyncSession)';
  const lines = [...targets, dictLine('return ', pairs, 4)];
  return {
    hasRequired: pairs.length > 0,
    bodySignature: `${start} -> Json:`,
    bodyLines: lines.join('\n'),
  };
}

/** Parameters and variables of the tests that need others to point to, and the modules that they use. */
const TAKEN = new Set('session client body given fields created other same dt pytest'.split(' '));

/** The variable of what a relation points to, which is not one that the test has already. */
export function localOf({ name }: Relation): string {
  return TAKEN.has(name) || PYTHON_BUILTINS.has(name) ? `${name}_` : name;
}
