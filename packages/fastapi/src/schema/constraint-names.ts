import type { ForeignKey } from './schema.ts';

/*
 * The naming convention of the project's `app/db/base.py`, said once more for the migrations.
 * Names are written whole: SQLAlchemy shortens those that a database does not take, in models and migrations alike.
 */

type Columns = readonly string[];

/** The name of an index. */
export const indexName = (table: string, columns: Columns): string =>
  `ix_${table}_${columns.join('_')}`;

/** The name of a unique constraint. */
export const uniqueName = (table: string, columns: Columns): string =>
  `uq_${table}_${columns.join('_')}`;

/** The name of the check that holds an enum to its values. */
export const checkName = (table: string, column: string): string => `ck_${table}_${column}`;

/** The name of a foreign key. */
export const foreignKeyName = (table: string, key: Pick<ForeignKey, 'column' | 'table'>): string =>
  `fk_${table}_${key.column}_${key.table}`;

/** The name of a primary key. */
export const primaryKeyName = (table: string): string => `pk_${table}`;
