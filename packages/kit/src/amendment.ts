import { writtenValue, type Splice } from '@hut/blueprint';
import type { Definition } from './define-generator.ts';
import type { Lookup } from './lookup.ts';
import { parseOption, type Values } from './option.ts';
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
 * The values that a command line gives the options of a generator; `prefix` stands before each name where the
 * flags of several generators meet. Throws HutError `option`.
 */
export function toValues(
  { options = {} }: Pick<Verb, 'options'>,
  wordOf: WordOf,
  prefix = '',
): Values {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, option]) => {
      const flag = `${prefix}${name}`;
      const word = wordOf(flag);
      return word === undefined ? [] : [[name, parseOption(flag, option, word)]];
    }),
  );
}

/**
 * The features that a command line asks for with `--with-<id>`, with their values: the value of that flag is
 * that of their first option, the others have flags of their own, `--<id>-<option>`. Throws HutError `option`.
 */
export function toFeatureAmendments(lookup: Lookup, wordOf: WordOf): readonly Amendment[] {
  return lookup
    .map(({ definition }) => definition)
    .filter(({ feature, id }) => feature && (wordOf(`with-${id}`) ?? false) !== false)
    .map((definition) => ({ definition, values: toFeatureValues(definition, wordOf) }));
}

function toFeatureValues(definition: Definition, wordOf: WordOf): Values {
  const { id, options } = definition;
  const word = wordOf(`with-${id}`);
  const [first] = Object.entries(options);
  const main =
    first !== undefined && typeof word === 'string'
      ? { [first[0]]: parseOption(`with-${id}`, first[1], word) }
      : {};
  return { ...main, ...toValues(definition, wordOf, `${id}-`) };
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
): readonly Splice[] {
  const { args = [], values } = amendment;
  return verbOf(amendment).amend({
    args,
    values,
    get blueprint() {
      return readBlueprint();
    },
    written: (path) => writtenValue(text, path),
  });
}
