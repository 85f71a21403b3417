import type { Path, Refuse } from './mistake.ts';
import { show } from './read-option.ts';

/** The entries of a map by key order of the file; an absent or empty value is an empty map; else notes the mistake. */
export function readMap(
  value: unknown,
  path: Path,
  example: string,
  refuse: Refuse,
): readonly (readonly [string, unknown])[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'object' && !Array.isArray(value)) return Object.entries(value);
  refuse(path, `${show(value)} is no map`, `Write keys with values: ${example}`);
  return [];
}
