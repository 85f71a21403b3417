import type { Blueprint } from '@hut/blueprint';

/** Entities and fields that take the place of others, by the `was` hints of hut.yaml. */
export interface Renames {
  readonly entities: readonly { readonly from: string; readonly to: string }[];
  /** `entity` is the name of now. */
  readonly fields: readonly {
    readonly entity: string;
    readonly from: string;
    readonly to: string;
  }[];
}

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
