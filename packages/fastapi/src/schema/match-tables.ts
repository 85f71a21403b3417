import type { Renames } from './renames.ts';
import type { Schema, Table } from './schema.ts';

/** A table that was there and stays, maybe under another name. */
export interface TableMatch {
  readonly before: Table;
  readonly after: Table;
  /** Name before -> name now, of the columns that stay. */
  readonly columns: ReadonlyMap<string, string>;
}

/** What became of each table. */
export interface Matched {
  readonly matches: readonly TableMatch[];
  readonly created: readonly Table[];
  readonly dropped: readonly Table[];
  /** Name before -> name now. */
  readonly tableTo: ReadonlyMap<string, string>;
}

/** Tables are recognised by whose they are, whatever their names; so an entity may change its plural. */
export function matchTables(before: Schema, after: Schema, renames: Renames): Matched {
  const byOwner = new Map(before.tables.map((table) => [table.of, table]));
  const pairs = after.tables.flatMap((table) => {
    const was = byOwner.get(ownerBefore(table.of, byOwner, renames));
    return was === undefined ? [] : [{ before: was, after: table }];
  });
  const tableTo = new Map([
    ...tablesAside(before).map((name) => [name, name] as const),
    ...pairs.map((pair) => [pair.before.name, pair.after.name] as const),
  ]);
  const stays = pairs.filter((pair) => !isLink(pair.after) || hasSameEnds(pair, tableTo));
  const left = new Set(stays.map((pair) => pair.before.name));
  const met = new Set(stays.map((pair) => pair.after.name));
  const dropped = before.tables.filter(({ name }) => !left.has(name));
  const gone = new Set(dropped.map(({ name }) => name));
  return {
    matches: stays.map((pair) => ({ ...pair, columns: matchColumns(pair, tableTo, renames) })),
    created: after.tables.filter(({ name }) => !met.has(name)),
    dropped,
    tableTo: new Map([...tableTo].filter(([name]) => !gone.has(name))),
  };
}

/** Tables that are spoken of and not compared are the same. */
function tablesAside({ tables }: Schema): readonly string[] {
  const names = new Set(tables.map(({ name }) => name));
  const targets = tables.flatMap(({ foreignKeys }) => foreignKeys.map(({ table }) => table));
  return targets.filter((name) => !names.has(name));
}

type Pair = Pick<TableMatch, 'before' | 'after'>;

/** A hint of which nothing is left speaks of a rename that was done. */
function ownerBefore(
  of: string,
  byOwner: ReadonlyMap<string, Table>,
  { entities, fields }: Renames,
): string {
  const [entity = '', relation] = of.split('.');
  const renamed = entities.find(({ from, to }) => to === entity && byOwner.has(from));
  const entityBefore = renamed?.from ?? entity;
  if (relation === undefined) return entityBefore;
  const names = fields.filter((rename) => rename.entity === entity && rename.to === relation);
  const fieldBefore = names.find(({ from }) => byOwner.has(`${entityBefore}.${from}`));
  return `${entityBefore}.${fieldBefore?.from ?? relation}`;
}

function isLink({ of }: Table): boolean {
  return of.includes('.');
}

/** Links to another entity than before are other links. */
function hasSameEnds({ before, after }: Pair, tableTo: ReadonlyMap<string, string>): boolean {
  const ends = (table: Table, nameOf: (name: string) => string | undefined) =>
    table.primaryKey.map((column) => nameOf(targetOf(table, column)!)).join();
  return ends(before, (name) => tableTo.get(name)) === ends(after, (name) => name);
}

function matchColumns(
  { before, after }: Pair,
  tableTo: ReadonlyMap<string, string>,
  renames: Renames,
): ReadonlyMap<string, string> {
  if (isLink(after)) {
    return new Map(before.primaryKey.map((name, index) => [name, after.primaryKey[index]!]));
  }
  const names = new Set(before.columns.map(({ name }) => name));
  return new Map(
    after.columns.flatMap(({ name }) => {
      const was = columnBefore(name, names, after.of, renames);
      return names.has(was) && pointsAlike({ before, after }, was, name, tableTo)
        ? [[was, name] as const]
        : [];
    }),
  );
}

/** A relation is stored under its name and `_id`. */
function columnBefore(
  name: string,
  names: ReadonlySet<string>,
  entity: string,
  { fields }: Renames,
): string {
  const candidates = fields
    .filter((rename) => rename.entity === entity)
    .flatMap(({ from, to }) => [
      { from, to },
      { from: `${from}_id`, to: `${to}_id` },
    ]);
  return candidates.find(({ from, to }) => to === name && names.has(from))?.from ?? name;
}

/** Ids of one table are nothing in another: such a column is a new one. */
function pointsAlike(
  { before, after }: Pair,
  was: string,
  name: string,
  tableTo: ReadonlyMap<string, string>,
): boolean {
  const target = targetOf(before, was);
  const now = targetOf(after, name);
  return target === undefined || now === undefined || tableTo.get(target) === now;
}

function targetOf({ foreignKeys }: Table, column: string): string | undefined {
  return foreignKeys.find((key) => key.column === column)?.table;
}
