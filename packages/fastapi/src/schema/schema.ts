import type { Column } from '../columns/column.ts';

/** What a column points to: the `id` of another table. */
export interface ForeignKey {
  readonly column: string;
  readonly table: string;
  readonly onDelete: 'cascade' | 'restrict' | 'null';
}

/** One table, with all that has a name made from it. */
export interface Table {
  readonly name: string;
  /** Whose it is: `Article`, or `Article.tags` for the links of a relation. */
  readonly of: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Columns of each, in the order of the index. */
  readonly indexes: readonly (readonly string[])[];
  readonly uniques: readonly (readonly string[])[];
}

/** The tables of a project, by name. */
export interface Schema {
  readonly tables: readonly Table[];
}
