import type { ForeignKey, Table } from './schema.ts';

/** Tables in an order in which each finds those that it points to, and the keys that close a circle: for later. */
export interface OrderedTables {
  readonly tables: readonly Table[];
  readonly late: readonly { readonly table: string; readonly key: ForeignKey }[];
}

/** Some tables in, in an order to create them out. */
export function orderTables(tables: readonly Table[]): OrderedTables {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const placed = new Map<string, Table>();
  const open = new Set<string>();
  const late: { table: string; key: ForeignKey }[] = [];
  const place = (table: Table): void => {
    if (placed.has(table.name)) return;
    open.add(table.name);
    const foreignKeys = table.foreignKeys.filter((key) => {
      if (key.table === table.name) return true;
      const target = byName.get(key.table);
      if (target !== undefined && !open.has(key.table)) place(target);
      if (!open.has(key.table)) return true;
      late.push({ table: table.name, key });
      return false;
    });
    open.delete(table.name);
    placed.set(table.name, { ...table, foreignKeys });
  };
  for (const table of tables) place(table);
  return { tables: [...placed.values()], late };
}
