import type { Entity, Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import { list } from '../option.ts';
import type { Values } from '../option.ts';

/** The options that say which fields of an entity belong together. */
export const setOptions = {
  unique: list(null, [], 'Fields that are unique together: author,headline'),
  index: list(null, [], 'Fields that are looked up together'),
} as const;

const keys = ['unique', 'index'] as const;

/** The edits that give an entity the sets of these options besides those that it has. */
export function toSetSplices(
  entity: Pick<Entity, 'name' | 'unique' | 'index'>,
  values: Values,
): readonly Splice[] {
  return keys.flatMap((key) => {
    const set = values[key];
    if (!Array.isArray(set) || entity[key].some((other) => String(other) === String(set)))
      return [];
    return [{ set: ['entities', entity.name, key], value: [...entity[key], set] }];
  });
}

/** The edits that take the sets of these options from an entity. Throws HutError `no-set` for one that it does not have. */
export function toSetRemovals(
  entity: Pick<Entity, 'name' | 'unique' | 'index'>,
  values: Values,
): readonly Splice[] {
  const left = withoutSets(entity, values);
  return keys
    .filter((key) => left[key].length < entity[key].length)
    .map((key): Splice => {
      const path = ['entities', entity.name, key];
      return left[key].length === 0 ? { remove: path } : { set: path, value: left[key] };
    });
}

/** An entity without the sets of these options. Throws HutError `no-set`. */
export function withoutSets<Sets extends Pick<Entity, 'name' | 'unique' | 'index'>>(
  entity: Sets,
  values: Values,
): Sets {
  const left = keys.map((key) => {
    const set = values[key];
    if (!Array.isArray(set)) return [key, entity[key]] as const;
    const others = entity[key].filter((other) => String(other) !== String(set));
    if (others.length === entity[key].length) throw noSet(entity, key, set);
    return [key, others] as const;
  });
  return { ...entity, ...Object.fromEntries(left) };
}

function noSet(
  entity: Pick<Entity, 'name' | 'unique' | 'index'>,
  key: (typeof keys)[number],
  set: readonly string[],
): HutError {
  const sets = entity[key].map((one) => `--${key} ${one.join(',')}`);
  return new HutError({
    id: 'no-set',
    message: `${entity.name} has no ${key}: ${set.join(', ')}`,
    hint: sets.length === 0 ? `It has no sets of that kind.` : `It has ${sets.join(' and ')}.`,
  });
}
