import { blueprintSchema } from '@hut/blueprint';
import { toFeatureSchemas, type Definition, type Lookup } from '@hut/kit';
import { DOMAINS, ENTITY, EXAMPLES, LEFT_OUT } from './domain.ts';
import type { Factor, Level } from './factor.ts';
import { toLevels, type Schema } from './to-levels.ts';

type Keys = Readonly<Record<string, Schema>>;
type ExamplesOf = (key: string) => readonly unknown[];

/**
 * Everything that a hut.yaml decides: its own keys, each feature with its options, and what it says of an entity. It
 * is read from the schema, which is made from the definitions; so a new generator is there by itself. The options of
 * commands that are no features are in it too: what they do is to write these keys.
 */
export function toFactors(lookup: Lookup): readonly Factor[] {
  const schema = blueprintSchema(toFeatureSchemas(lookup)) as Schema;
  const { features, entities, ...keys } = schema.properties!;
  const domain = Object.entries(DOMAINS).map(([name, value]) => ({ name, value }));
  const entity = (entities!.additionalProperties as Schema).properties!;
  return [
    { path: [], parts: toParts(keys, requireExamples) },
    ...toFeatureGroups(lookup, features!.properties!),
    {
      path: ['entities'],
      levels: domain,
      inside: [ENTITY],
      parts: toParts(entity, requireExamples),
    },
  ].reduce(addGroup, []);
}

/** Factors whose paths begin alike; those that are part of one come after it. */
interface Group {
  readonly path: readonly string[];
  readonly levels?: readonly Level[];
  /** How the paths of the parts go on. */
  readonly inside?: readonly string[];
  readonly parts: readonly Factor[];
}

function addGroup(before: readonly Factor[], group: Group): readonly Factor[] {
  const { path, levels, inside = [] } = group;
  const parts = group.parts.map((part) => ({ ...part, path: [...path, ...inside, ...part.path] }));
  if (levels === undefined) return [...before, ...parts];
  const whole = { path, levels };
  return [...before, whole, ...parts.map((part) => ({ ...part, within: before.length }))];
}

function toFeatureGroups(lookup: Lookup, schemas: Keys): readonly Group[] {
  const levels = [
    { name: 'off', value: undefined },
    { name: 'on', value: {} },
  ];
  return Object.entries(schemas).map(([id, { properties = {} }]) => {
    const { definition } = lookup.find((one) => one.definition.id === id)!;
    return { path: ['features', id], levels, parts: toParts(properties, saidIn(definition)) };
  });
}

function saidIn({ examples }: Pick<Definition, 'examples'>): ExamplesOf {
  return (key) => examples.flatMap((values) => (key in values ? [values[key]] : []));
}

function requireExamples(key: string): readonly unknown[] {
  const examples = EXAMPLES[key];
  if (examples !== undefined) return examples;
  throw new Error(`hut.yaml may say ${key} now: say in test/matrix/domain.ts what for one`);
}

/** What can be said in one way only is no factor. */
function toParts(keys: Keys, examplesOf: ExamplesOf): readonly Factor[] {
  return flatten(keys)
    .filter(([key]) => !LEFT_OUT.includes(key))
    .map(([key, schema]) => ({
      path: key.split('.'),
      levels: toLevels(schema, () => examplesOf(key)),
    }))
    .filter(({ levels }) => levels.length > 1);
}

/** A key of a map within: `endpoint.access`. */
function flatten(keys: Keys): readonly (readonly [key: string, schema: Schema])[] {
  return Object.entries(keys).flatMap(([key, schema]) =>
    schema.properties === undefined
      ? [[key, schema] as const]
      : flatten(schema.properties).map(([rest, inner]) => [`${key}.${rest}`, inner] as const),
  );
}
