import { didYouMean } from '@hut/errors';
import type { Brought } from './entity/brought.ts';
import { readEntities } from './entity/read-entities.ts';
import { readFeatures } from './read-features.ts';
import { readOwn, readPlugins, readServices } from './read-lists.ts';
import type { Refuse } from './mistake.ts';
import {
  isProjectName,
  normalProjectName,
  PROJECT_NAME_RULE,
  suggestProjectName,
} from './names/project-name.ts';
import { readOption, show } from './read-option.ts';
import type { FeatureSchema, OptionRule } from './rule.ts';
import type { Blueprint, FeatureOptions, OptionValue } from './shape.ts';
import { FORMAT, SCALAR_KEYS, TOP_KEYS } from './top-keys.ts';

type Data = Readonly<Record<string, unknown>>;

/** What decides about a blueprint besides its own text. */
export interface Surroundings {
  readonly features: readonly FeatureSchema[];
  readonly runningVersion: string;
  /** `from`: every key but `hut` may be absent and takes its default. */
  readonly complete?: 'from';
  /** The name of the project when `from` has none. */
  readonly name?: string;
  /** Entities that these features bring; each is united with the one of its name. */
  readonly brings?: (features: Readonly<Record<string, FeatureOptions>>) => readonly Brought[];
  /** Names that a project cannot have, as it would depend on itself. */
  readonly takenNames?: readonly string[];
}

/** Plain data in, Blueprint out; notes every mistake, and returns undefined where the format is another one. */
export function readBlueprint(
  data: Data,
  context: Surroundings,
  refuse: Refuse,
): Blueprint | undefined {
  if (!isFormat(data, context, refuse)) return undefined;
  refuseUnknownKeys(data, refuse);
  const features = readFeatures(data['features'], context.features, refuse);
  const brought = context.brings?.(features) ?? [];
  const entities = readEntities(data['entities'], brought, refuse);
  const values = {
    hut: FORMAT,
    ...readScalars(data, context, refuse),
    features,
    entities,
    services: readServices(data['services'], entities, refuse),
    own: readOwn(data['own'], refuse),
    plugins: readPlugins(data['plugins'], refuse),
  };
  // Each scalar key was read with the rule of this shape; a wrong one has been noted.
  return values as unknown as Blueprint;
}

function isFormat(data: Data, { runningVersion }: Surroundings, refuse: Refuse): boolean {
  const format = data['hut'];
  if (format === FORMAT) return true;
  const reads = `hut ${runningVersion} reads format ${String(FORMAT)}`;
  if (format === undefined) refuse([], 'the key hut is missing', 'Add the line: hut: 1');
  else if (typeof format === 'number') refuseFormat(format, reads, data['generator'], refuse);
  else refuse(['hut'], `${show(format)} is no format: ${reads}`, 'Write: hut: 1');
  return false;
}

function refuseFormat(format: number, reads: string, generator: unknown, refuse: Refuse): void {
  const writer = typeof generator === 'string' ? ` (${generator})` : '';
  const right = `the version of hut that wrote this file${writer}.`;
  if (format > FORMAT) {
    refuse(['hut'], `format ${String(format)} is of a newer hut: ${reads}`, `Use ${right}`);
    return;
  }
  const hint = `Bring the project to this version: hut upgrade. Or use ${right}`;
  refuse(['hut'], `format ${String(format)} is an earlier one: ${reads}`, hint);
}

function refuseUnknownKeys(data: Data, refuse: Refuse): void {
  for (const key of Object.keys(data)) {
    if (TOP_KEYS.includes(key)) continue;
    const hint = `${didYouMean(key, TOP_KEYS)}Keys: ${TOP_KEYS.join(', ')}.`;
    refuse([key], 'unknown key', hint, 'key');
  }
}

function readScalars(data: Data, context: Surroundings, refuse: Refuse): Data {
  const defaults = { generator: context.runningVersion, name: context.name ?? 'service' };
  const pairs = Object.entries<OptionRule>(SCALAR_KEYS).map(([key, rule]) => {
    const given = data[key];
    const fallback = Object.hasOwn(defaults, key)
      ? defaults[key as keyof typeof defaults]
      : (rule.default as OptionValue);
    if (given === undefined || given === null) return [key, absent(key, fallback, context, refuse)];
    return [key, readScalar(key, given, rule, context, refuse)];
  });
  return Object.fromEntries(pairs) as Data;
}

function absent(key: string, fallback: OptionValue, context: Surroundings, refuse: Refuse) {
  if (context.complete === 'from' || key === 'description') return fallback;
  return refuse([], `the key ${key} is missing`, `Add the line: ${key}: ${String(fallback)}`);
}

function readScalar(
  key: string,
  given: unknown,
  rule: OptionRule,
  context: Surroundings,
  refuse: Refuse,
) {
  if (key === 'name') return readName(given, context.takenNames ?? [], refuse);
  if (key === 'python' && typeof given === 'number') return readBareVersion(given, rule, refuse);
  return readOption(given, rule, [key], refuse);
}

/** 3.11 without quotes reads as it is meant; 3.10 would be 3.1. */
function readBareVersion(given: number, rule: OptionRule, refuse: Refuse) {
  const text = String(given);
  if (rule.type === 'choice' && rule.choices.includes(text)) return text;
  const hint = `Put it in quotes, so that 3.10 is not read as 3.1: python: "3.11".`;
  return refuse(['python'], `${text} is no version that is supported`, hint);
}

function readName(given: unknown, taken: readonly string[], refuse: Refuse) {
  if (typeof given !== 'string') {
    return refuse(['name'], `${show(given)} is no name`, PROJECT_NAME_RULE);
  }
  if (!isProjectName(given)) {
    const suggestion = suggestProjectName(given);
    const meant = suggestion === undefined ? '' : `Did you mean ${suggestion}? `;
    return refuse(
      ['name'],
      `${show(given)} is no name for a project`,
      `${meant}${PROJECT_NAME_RULE}`,
    );
  }
  if (!taken.map(normalProjectName).includes(normalProjectName(given))) return given;
  const hint = `A project cannot depend on itself. Try ${given}-app.`;
  return refuse(['name'], `${given} is a package that the project needs`, hint);
}
