/** What a person renamed: entities, and fields of the entity that has the name `entity` now. */
export interface Renames {
  readonly entities: readonly { readonly from: string; readonly to: string }[];
  readonly fields: readonly {
    readonly entity: string;
    readonly from: string;
    readonly to: string;
  }[];
}
