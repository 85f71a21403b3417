import { snakeCase, tableNameOf, type Blueprint } from '@hut/blueprint';
import type { Renames } from '@hut/fastapi';
import type { WordPairs } from '@hut/reconcile';

export type { Renames } from '@hut/fastapi';

/** The renames that a blueprint asks for. */
export function toRenames({ entities }: Pick<Blueprint, 'entities'>): Renames {
  return {
    entities: entities.flatMap(({ name, was }) =>
      was === undefined ? [] : [{ from: was, to: name }],
    ),
    fields: entities.flatMap(({ name: entity, fields }) =>
      fields.flatMap(({ name, was }) =>
        was === undefined ? [] : [{ entity, from: was, to: name }],
      ),
    ),
  };
}

/** The words that renamed entities and fields have in what we render: class, file and table name; the field's name. */
export function toWordPairs({ entities, fields }: Renames): WordPairs {
  const ofEntities = entities.flatMap(({ from, to }) => {
    const after = entityWords(to);
    return entityWords(from).map((word, index) => [word, after[index]!] as const);
  });
  return [...ofEntities, ...fields.map(({ from, to }) => [from, to] as const)];
}

/** How an entity is called: as a class, in the singular and in the plural. */
export function entityWords(name: string): readonly string[] {
  return [name, snakeCase(name), tableNameOf({ name })];
}
