import type { Entity, Splice } from '@hut/blueprint';
import { list } from '../option.ts';
import type { Values } from '../option.ts';

/** The options that say which fields of an entity belong together. */
export const setOptions = {
  unique: list(null, [], 'Fields that are unique together: author,headline'),
  index: list(null, [], 'Fields that are looked up together'),
} as const;

/** The edits that give an entity the sets of these options besides those that it has. */
export function toSetSplices(
  entity: Pick<Entity, 'name' | 'unique' | 'index'>,
  values: Values,
): readonly Splice[] {
  return (['unique', 'index'] as const).flatMap((key) => {
    const set = values[key];
    if (!Array.isArray(set) || entity[key].some((other) => String(other) === String(set)))
      return [];
    return [{ set: ['entities', entity.name, key], value: [...entity[key], set] }];
  });
}
