/** Whether a value is a map and no list. */
export function isPlainMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The value at a path, or undefined. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  return isPlainMap(value) && Object.hasOwn(value, key) ? valueAt(value[key], rest) : undefined;
}
