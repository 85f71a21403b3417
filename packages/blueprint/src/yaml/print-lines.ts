import { isPlainMap } from '../plain/plain-map.ts';
import { isBlockPath, sortKeys } from '../key-order.ts';
import type { Path } from '../mistake.ts';
import { printText, printValue } from './print-value.ts';

/** Whether this value at this path is written one key a line. */
export function isBlockValue(
  path: Path,
  value: unknown,
): value is Readonly<Record<string, unknown>> {
  return isPlainMap(value) && Object.keys(value).length > 0 && isBlockPath(path);
}

/** The lines of a key with its value, indented to a column, each deeper level by a step. */
export function printEntry(
  path: Path,
  value: unknown,
  column: number,
  step: number,
): readonly string[] {
  const key = `${' '.repeat(column)}${printText(path.at(-1)!, 'block')}:`;
  if (!isBlockValue(path, value)) return [`${key} ${printValue(value, 'block', path)}`];
  return [key, ...printEntries(path, value, column + step, step)];
}

/** The lines of all keys of a map. */
export function printEntries(
  path: Path,
  value: Readonly<Record<string, unknown>>,
  column: number,
  step: number,
): readonly string[] {
  return sortKeys(path, Object.keys(value)).flatMap((key) =>
    printEntry([...path, key], value[key], column, step),
  );
}
