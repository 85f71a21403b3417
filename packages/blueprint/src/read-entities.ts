import type { Entity } from './entity.ts';
import type { Refuse } from './mistake.ts';
import { readMap } from './read-map.ts';

/** The value of `entities` in, entities out by name; notes every mistake. */
export function readEntities(
  value: unknown,
  _brought: readonly string[],
  refuse: Refuse,
): readonly Entity[] {
  const entries = readMap(value, ['entities'], 'entities: {}', refuse);
  for (const [name] of entries) refuse(['entities', name], 'not yet', 'Wait.', 'key');
  return [];
}
