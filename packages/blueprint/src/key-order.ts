import { byText } from './plain/by-text.ts';
import type { Path } from './mistake.ts';
import { TOP_KEYS } from './top-keys.ts';

/** The keys of one entity, in the order that a new one is written in. */
export const ENTITY_KEYS: readonly string[] = [
  'was',
  'plural',
  'fields',
  'unique',
  'index',
  'layers',
  'endpoint',
];

/** The keys of `endpoint`. */
export const ENDPOINT_KEYS: readonly string[] = ['paginate', 'embed', 'access', 'owner'];

/** The keys of a field that is a mapping. */
export const FIELD_KEYS: readonly string[] = ['type', 'default', 'description'];

type Comparison = (left: string, right: string) => number;

/** Whether a map is written one key a line: the maps that grow, by key. */
export function isBlockPath(path: Path): boolean {
  if (path.length < 2) return true;
  return path[0] === 'entities' && (path.length === 2 || isFieldsPath(path));
}

/** The keys of a map in the order that this package writes them. */
export function sortKeys(path: Path, keys: readonly string[]): readonly string[] {
  return [...keys].sort(comparisonOf(path));
}

/** Where a new key goes among those of the map at a path: before the first greater one, else at the end. */
export function placeOfKey(path: Path, keys: readonly string[], key: string): number {
  const compare = comparisonOf(path);
  const index = keys.findIndex((other) => compare(key, other) < 0);
  return index === -1 ? keys.length : index;
}

function comparisonOf(path: Path): Comparison {
  if (path.length === 0) return byRank(TOP_KEYS);
  if (path[0] !== 'entities' || path.length === 1) return byText;
  // The order of fields is a person's decision, so a new one goes last.
  if (isFieldsPath(path)) return () => 0;
  if (path.length === 2) return byRank(ENTITY_KEYS);
  return byRank(path[2] === 'fields' ? FIELD_KEYS : ENDPOINT_KEYS);
}

function isFieldsPath(path: Path): boolean {
  return path.length === 3 && path[0] === 'entities' && path[2] === 'fields';
}

function byRank(order: readonly string[]): Comparison {
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return (left, right) => rank(left) - rank(right);
}
