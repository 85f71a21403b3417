import { writtenValue, type Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import type { Definition } from './define-generator.ts';
import { brought } from './entity/refuse-brought.ts';
import { findRequirers, type Lookup } from './lookup.ts';
import { parseOption, type Option, type Values } from './option.ts';
import type { Asked, Verb, VERBS } from './verb.ts';

/** A generator and what one command asks of it. */
export interface Amendment {
  readonly definition: Definition;
  /** Which of its commands; `add` unless told. */
  readonly verb?: (typeof VERBS)[number];
  readonly args?: readonly string[];
  readonly values: Values;
}

/** The word that a command line has for a flag; undefined when it is not there. */
export type WordOf = (flag: string) => string | boolean | undefined;

/**
 * The values that a command line gives the options of a generator; `flagOf` names the flag of each, which is its own
 * name unless told. Throws HutError `option`.
 */
export function toValues(
  { options = {} }: Pick<Verb, 'options'>,
  wordOf: WordOf,
  flagOf: (name: string, option: Option) => string = (name) => name,
): Values {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, option]) => {
      const flag = flagOf(name, option);
      const word = wordOf(flag);
      return word === undefined ? [] : [[name, parseOption(flag, option, word)]];
    }),
  );
}

/**
 * The features that a command line asks for with `--with-<id>`, with their values: the value of that flag is their
 * first word, or that of their first option where they take no words; the others have flags of their own,
 * `--<id>-<option>`. Throws HutError `option`.
 */
export function toFeatureAmendments(lookup: Lookup, wordOf: WordOf): readonly Amendment[] {
  const isGiven = (flag: string): boolean => (wordOf(flag) ?? false) !== false;
  const features = lookup.map(({ definition }) => definition).filter(({ feature }) => feature);
  const asked = features.filter(({ id }) => isGiven(`with-${id}`));
  for (const one of features) if (!asked.includes(one)) refuseStray(one, isGiven);
  return asked.map((definition) => toFeatureAmendment(definition, wordOf));
}

/** An option of a feature that nobody asks for would be lost without a word. */
function refuseStray({ id, options }: Definition, isGiven: (flag: string) => boolean): void {
  const flags = Object.entries(options).map(([name, option]) => buildFlagOf(id, name, option));
  const stray = flags.find(isGiven);
  if (stray === undefined) return;
  throw new HutError({
    id: 'option',
    message: `--${stray} is for ${id}, which is not asked for`,
    hint: `Add --with-${id}, or leave it out.`,
  });
}

function toFeatureAmendment(definition: Definition, wordOf: WordOf): Amendment {
  const { id, options } = definition;
  const word = wordOf(`with-${id}`);
  const values = toValues(definition, wordOf, (name, option) => buildFlagOf(id, name, option));
  const [first] = Object.entries(options);
  if (typeof word !== 'string') return { definition, values };
  if (definition.arguments.length > 0) return { definition, args: [word], values };
  const main = first && { [first[0]]: parseOption(`with-${id}`, first[1], word) };
  return { definition, values: { ...main, ...values } };
}

/** The flag of a builder that gives an option to a feature. */
export function buildFlagOf(id: string, name: string, { buildFlag }: Option): string {
  return buildFlag ?? `${id}-${name}`;
}

/** The command of a generator that an amendment asks for. */
export function verbOf({ definition, verb }: Pick<Amendment, 'definition' | 'verb'>): Verb {
  return verb === undefined ? definition : definition.verbs[verb]!;
}

/** What an amendment changes in the text of a hut.yaml, whose blueprint is read only by those who look at it. Throws HutError. */
export function toSplices(
  amendment: Amendment,
  text: string,
  readBlueprint: () => Asked['blueprint'],
  lookup: Lookup,
): readonly Splice[] {
  const { args = [], values } = amendment;
  refuseAlong(amendment, readBlueprint, lookup);
  const splices = verbOf(amendment).amend({
    args,
    values,
    get blueprint() {
      return readBlueprint();
    },
    written: (path) => writtenValue(text, path),
  });
  return [...pinOf(amendment, lookup, text), ...splices];
}

/** A feature that another one needs stays with it, and nothing in hut.yaml could be taken out. */
function refuseAlong(
  { definition, verb }: Amendment,
  readBlueprint: () => Asked['blueprint'],
  lookup: Lookup,
): void {
  if (verb !== 'remove' || !definition.feature) return;
  const { features } = readBlueprint();
  if (definition.id in features) return;
  const [by] = findRequirers(lookup, definition, features);
  if (by !== undefined) throw brought(definition.id, by);
}

/** A project that a generator of a package grows is rendered with that package from then on. */
function pinOf({ definition }: Amendment, lookup: Lookup, text: string): readonly Splice[] {
  const from = lookup.find((found) => found.definition.id === definition.id)?.from;
  if (from === undefined) return [];
  const path = ['plugins', from.name];
  return writtenValue(text, path) === undefined ? [{ set: path, value: from.version }] : [];
}
