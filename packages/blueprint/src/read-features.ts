import { byText } from './plain/by-text.ts';
import { didYouMean } from '@hut/errors';
import type { Path, Refuse } from './mistake.ts';
import { readMap } from './read-map.ts';
import { readOption } from './read-option.ts';
import type { FeatureSchema, OptionRule } from './rule.ts';
import type { FeatureOptions, OptionValue } from './shape.ts';

/** The value of `features` in, options by id out (sorted, defaults filled in); notes unknown ids, options and values. */
export function readFeatures(
  value: unknown,
  schemas: readonly FeatureSchema[],
  refuse: Refuse,
): Readonly<Record<string, FeatureOptions>> {
  const entries = readMap(value, ['features'], 'features: {}', refuse);
  const read = entries.flatMap(([id, options]) => {
    const schema = schemas.find((candidate) => candidate.id === id);
    if (schema === undefined) return refuseFeature(id, schemas, refuse);
    return [[id, readFeatureOptions(options, schema, refuse)] as const];
  });
  return Object.fromEntries(read.sort(([left], [right]) => byText(left, right)));
}

function refuseFeature(id: string, schemas: readonly FeatureSchema[], refuse: Refuse): [] {
  const ids = schemas.map((schema) => schema.id).sort(byText);
  const known = ids.length === 0 ? 'No features are known.' : `Features: ${ids.join(', ')}.`;
  refuse(['features', id], 'unknown feature', `${didYouMean(id, ids)}${known}`, 'key');
  return [];
}

function readFeatureOptions(value: unknown, schema: FeatureSchema, refuse: Refuse): FeatureOptions {
  const path = ['features', schema.id];
  const given = readMap(value, path, `${schema.id}: {}`, refuse);
  const names = Object.keys(schema.options);
  for (const [name] of given) {
    if (names.includes(name)) continue;
    const known = names.length === 0 ? 'It has no options.' : `Options: ${names.join(', ')}.`;
    refuse([...path, name], 'unknown option', `${didYouMean(name, names)}${known}`, 'key');
  }
  const values = new Map(given);
  const read = Object.entries(schema.options).flatMap(([name, rule]) =>
    readNamed(name, values.get(name), rule, path, refuse),
  );
  return Object.fromEntries(read);
}

function readNamed(
  name: string,
  given: unknown,
  rule: OptionRule,
  path: Path,
  refuse: Refuse,
): readonly (readonly [string, OptionValue])[] {
  const isAbsent = given === undefined || given === null;
  const value = isAbsent ? rule.default : readOption(given, rule, [...path, name], refuse);
  return value === undefined ? [] : [[name, value]];
}
