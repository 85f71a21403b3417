import type { Entity } from '@hut/blueprint';

/** Where else in hut.yaml an entity names one of its fields. */
export interface FieldMention {
  /** As people say it: `unique: author, headline`. */
  readonly place: string;
  /** The flag of `hut remove field` that takes it along, where there is one. */
  readonly flag?: string;
  /** The key under the entity that holds the name, and what it says when the name is another one. */
  readonly path: readonly string[];
  readonly renamed: (to: string) => unknown;
}

/** All places of an entity that name a field. */
export function findMentions(
  { name: entity, unique, index, endpoint: { embed, owner } }: Entity,
  field: string,
): readonly FieldMention[] {
  const path = ['entities', entity];
  const swap = (to: string) => (name: string) => (name === field ? to : name);
  const sets = Object.entries({ unique, index }).flatMap(([key, all]) => {
    const [naming, ...more] = all.filter((set) => set.includes(field));
    if (naming === undefined) return [];
    const renamed = (to: string): unknown => all.map((set) => set.map(swap(to)));
    const flag = more.length === 0 ? { flag: `--${key} ${naming.join(',')}` } : {};
    return [{ place: `${key}: ${naming.join(', ')}`, ...flag, path: [...path, key], renamed }];
  });
  const embeds = {
    place: 'endpoint: embed',
    path: [...path, 'endpoint', 'embed'],
    renamed: (to: string): unknown => embed.map(swap(to)),
  };
  const owners = {
    place: 'endpoint: owner',
    path: [...path, 'endpoint', 'owner'],
    renamed: (to: string): unknown => to,
  };
  return [
    ...sets,
    ...(embed.includes(field) ? [embeds] : []),
    ...(owner === field ? [owners] : []),
  ];
}
