import type { Node } from './python-tree.ts';
import { toBasePath, type Renames } from './renames.ts';

/** Equal for equal statements in equal blocks, and blocks go by the paths they had in base. */
export function nodeKey({ place, path }: Node, renames: Renames): string {
  const inBase = toBasePath(path, renames);
  return inBase === path ? place.key : inBase + place.key.slice(path.length);
}
