import pluralize from 'pluralize';

/** Words that the rules of `pluralize` get wrong, or right and surprising. */
const IRREGULAR: readonly (readonly [one: string, many: string])[] = [
  ['axis', 'axes'],
  ['basis', 'bases'],
  ['bias', 'biases'],
  ['cache', 'caches'],
  ['canvas', 'canvases'],
  ['chaos', 'chaos'],
  ['cookie', 'cookies'],
  ['cosmos', 'cosmos'],
  ['data', 'data'],
  ['index', 'indexes'],
  ['lens', 'lenses'],
  ['media', 'media'],
  ['metadata', 'metadata'],
  ['money', 'money'],
  ['schema', 'schemas'],
  ['virus', 'viruses'],
];
const PLURAL = new Map(IRREGULAR);
const SINGULAR = new Map(IRREGULAR.map(([one, many]) => [many, one]));

/** Words so short are seldom plurals: bus, gas, SMS, DNS. */
const SHORT = 3;

/** The plural of a name in snake case: that of its last word. */
export function pluralOf(name: string): string {
  return inflect(name, pluralOfWord);
}

/** The singular of a name in snake case; one that is singular stays as it is. */
export function singularOf(name: string): string {
  return inflect(name, singularOfWord);
}

/** The rules of the library are many, and a table is asked for by its name again and again. */
const known = new Map<string, string>();

function pluralOfWord(word: string): string {
  const plural = known.get(word) ?? PLURAL.get(word) ?? pluralize.plural(word);
  known.set(word, plural);
  return plural;
}

function inflect(name: string, change: (word: string) => string): string {
  const start = name.lastIndexOf('_') + 1;
  return name.slice(0, start) + change(name.slice(start));
}

function singularOfWord(word: string): string {
  if (word.length <= SHORT || PLURAL.has(word)) return word;
  return SINGULAR.get(word) ?? pluralize.singular(word);
}
