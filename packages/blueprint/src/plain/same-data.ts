import { isPlainMap } from './plain-map.ts';

/** Whether two values say the same in YAML; the order of keys says nothing. */
export function isSameData(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, at) => isSameData(item, right[at]));
  }
  if (!isPlainMap(left) || !isPlainMap(right)) return Object.is(left, right);
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && isSameData(left[key], right[key]));
}

/** The value as YAML can hold it: keys without a value are left out. */
export function toPlainData(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
