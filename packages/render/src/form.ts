import { didYouMean } from '@hut/errors';

/** What a value looks like, for those whose code no compiler has read: what packages of other people say. */
export type Form =
  | keyof typeof plain
  | { readonly oneOf: readonly string[] }
  | { readonly matching: RegExp; readonly as: string }
  | { readonly anyOf: readonly Form[]; readonly as: string }
  | { readonly listOf: Form }
  | { readonly mapOf: Form }
  | { readonly orNull: Form }
  /** It may be left out. */
  | { readonly optional: Form }
  | { readonly keys: Keys };

type Keys = Readonly<Record<string, Form>>;

/** The form of each key of an item. */
export type FormOf<Item> = { readonly [Key in keyof Item]-?: Form };

const plain = {
  text: ['a text', (value: unknown) => typeof value === 'string'],
  number: ['a number', (value: unknown) => typeof value === 'number' && Number.isFinite(value)],
  flag: ['true or false', (value: unknown) => typeof value === 'boolean'],
  function: ['a function', (value: unknown) => typeof value === 'function'],
  anything: ['anything', () => true],
} as const;

/** The first thing that is wrong with a value, as a sentence without its end; undefined where it has the form. */
export function findMisfit(value: unknown, form: Form, path: string): string | undefined {
  if (typeof form === 'string') {
    const [expected, fits] = plain[form];
    return fits(value) ? undefined : misfit(path, value, expected);
  }
  if ('oneOf' in form)
    return form.oneOf.some((one) => one === value)
      ? undefined
      : misfit(path, value, `one of ${form.oneOf.join(', ')}`);
  if ('matching' in form)
    return typeof value === 'string' && form.matching.test(value)
      ? undefined
      : misfit(path, value, form.as);
  if ('anyOf' in form)
    return form.anyOf.some((one) => findMisfit(value, one, path) === undefined)
      ? undefined
      : misfit(path, value, form.as);
  if ('orNull' in form) return value === null ? undefined : findMisfit(value, form.orNull, path);
  if ('optional' in form)
    return value === undefined ? undefined : findMisfit(value, form.optional, path);
  if ('listOf' in form) return misfitInList(value, form.listOf, path);
  if (!isMap(value)) return misfit(path, value, 'a map of keys and values');
  return 'mapOf' in form
    ? first(Object.keys(value), (key) => findMisfit(value[key], form.mapOf, keyIn(path, key)))
    : misfitInKeys(value, form.keys, path);
}

function misfitInList(value: unknown, form: Form, path: string): string | undefined {
  if (!Array.isArray(value)) return misfit(path, value, 'a list');
  return first([...value.keys()], (index) =>
    findMisfit(value[index], form, `${path}[${String(index)}]`),
  );
}

/** A key that is none is told first: it is often the one that is missing, in another spelling. */
function misfitInKeys(value: Map, keys: Keys, path: string): string | undefined {
  const known = Object.keys(keys);
  const other = Object.keys(value).find((key) => !known.includes(key));
  if (other !== undefined) {
    const near = didYouMean(other, known).trim();
    return `${keyIn(path, other)} is no key that is known${near && `. ${near}`}`;
  }
  return first(known, (key) => findMisfit(value[key], keys[key]!, keyIn(path, key)));
}

type Map = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Map {
  const isOther = Array.isArray(value) || value instanceof Promise;
  return typeof value === 'object' && value !== null && !isOther;
}

function first<Part>(
  parts: readonly Part[],
  find: (part: Part) => string | undefined,
): string | undefined {
  for (const part of parts) {
    const found = find(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function keyIn(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function misfit(path: string, value: unknown, expected: string): string {
  if (value === undefined) return `${path} is missing: ${expected} is meant`;
  return `${path} is ${nameOf(value)}: ${expected} is meant`;
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Promise) return 'a promise';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' && value !== null ? 'a map' : JSON.stringify(value);
}
