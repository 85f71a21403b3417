import type { FlagWord, Place } from './to-places.ts';

/**
 * The options that have a value, once each, as they stand before it (`--db`, and `--db=`), with all that can be said
 * for it; nothing where it can be any text.
 */
export function valueCases(
  places: readonly Place[],
): readonly (readonly [names: readonly string[], values: readonly string[]])[] {
  const found = new Map<string, FlagWord[]>();
  for (const flag of places.flatMap(({ flags }) => flags).filter(({ value }) => value !== 'none'))
    found.set(flag.word, [...(found.get(flag.word) ?? []), flag]);
  return [...found.values()].map((flags) => [
    [...new Set(flags.flatMap(namesOf))],
    [...new Set(flags.flatMap(({ values }) => values))],
  ]);
}

function namesOf({ word, short, value }: FlagWord): readonly string[] {
  if (value === 'equals') return [`${word}=`];
  return [word, `${word}=`, ...(short === undefined ? [] : [short])];
}
