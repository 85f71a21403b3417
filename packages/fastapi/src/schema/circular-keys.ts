import { orderTables } from './order-tables.ts';
import type { Schema } from './schema.ts';

/** The columns, as `table.column`, whose foreign keys close a circle between tables: SQLAlchemy must be told to add them last. */
export function circularKeys({ tables }: Schema): ReadonlySet<string> {
  return new Set(orderTables(tables).late.map(({ table, key }) => `${table}.${key.column}`));
}
