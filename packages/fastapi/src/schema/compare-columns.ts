import { HutError } from '@hut/errors';
import type { Column } from '../columns/column.ts';
import { isSameStored } from './stored.ts';
import type { Table } from './schema.ts';
import type { TableMatch } from './match-tables.ts';
import type { Operation } from './operation.ts';
import { toRowValue } from './row-value.ts';
import { toRetype } from './retype.ts';
import { printType } from './type-text.ts';

/** What is taken down before, and built after tables have their names of now. */
export interface Steps {
  readonly down: readonly Operation[];
  readonly build: readonly Operation[];
}

/** The steps for the columns of a table that stays. Throws HutError for a column that rows have no value for, and a type that no database casts to. */
export function compareColumns(match: TableMatch): Steps {
  const { before, after, columns } = match;
  const stays = [...columns].map(([was, name]) => ({
    from: requireColumn(before.columns, was),
    to: requireColumn(after.columns, name),
  }));
  const kept = new Set(columns.values());
  return {
    down: before.columns
      .filter(({ name }) => !columns.has(name))
      .map((column) => ({
        do: 'drop-column',
        table: before.name,
        column,
        ...rowsOf(column, before),
      })),
    build: [
      ...stays.filter(({ from, to }) => from.name !== to.name).map((pair) => rename(match, pair)),
      // MySQL keeps what a migration did before it stopped, so what rows may stop comes early.
      ...stays.filter(isAltered).map((pair) => alter(match, pair)),
      ...after.columns
        .filter(({ name }) => !kept.has(name))
        .map((column) => addColumn(match, column)),
    ],
  };
}

interface Pair {
  readonly from: Column;
  readonly to: Column;
}

/** Whether the database has to do something about a column that stays. */
export function isAltered({ from, to }: Pair): boolean {
  return (
    from.nullable !== to.nullable ||
    from.default !== to.default ||
    !isSameStored(from.type, to.type)
  );
}

function requireColumn(columns: readonly Column[], name: string): Column {
  return columns.find((column) => column.name === name)!;
}

function rename({ after }: TableMatch, { from, to }: Pair): Operation {
  return { do: 'rename-column', table: after.name, column: from, to: to.name };
}

type OfRows = Pick<Extract<Operation, { readonly do: 'add-column' }>, 'rows' | 'isUnique'>;

/** The rows that are there get a value, but nobody knows what they would point to. */
function rowsOf(column: Column, table: Table): OfRows {
  if (column.nullable) return isUnique(column, table) ? { isUnique: true } : {};
  const isKey = table.foreignKeys.some((key) => key.column === column.name);
  return isKey ? {} : { rows: toRowValue(column) };
}

function isUnique({ name }: Column, { uniques }: Table): boolean {
  return uniques.some((set) => set.join() === name);
}

function addColumn({ after }: TableMatch, column: Column): Operation {
  const rows = rowsOf(column, after);
  const what = whatRowsLack(after, column);
  if (what !== undefined) throw needsDefault(after, column, what);
  return { do: 'add-column', table: after.name, column, ...rows };
}

function whatRowsLack(table: Table, column: Column): string | undefined {
  const { name, nullable, initial } = column;
  if (nullable) return undefined;
  if (table.foreignKeys.some(({ column }) => column === name)) return 'nothing to point to';
  return isUnique(column, table) && initial?.kind !== 'uuid' ? 'no value of their own' : undefined;
}

function needsDefault({ of }: Table, { name }: Column, what: string): HutError {
  return new HutError({
    id: 'needs-default',
    message: `${of}.${name} is required, and the rows that ${of} has already would have ${what}`,
    hint: `Make it optional, give the rows their values, and make it required then with hut change field.`,
  });
}

function alter({ after }: TableMatch, { from, to }: Pair): Operation {
  if (toRetype(from.type, to.type).kind === 'refused') throw noCast(after, from, to);
  return { do: 'alter-column', table: after.name, from: { ...from, name: to.name }, to };
}

function noCast({ of, primaryKey, foreignKeys }: Table, from: Column, to: Column): HutError {
  const types = `${printType(from.type)} to ${printType(to.type)}`;
  const isKey =
    primaryKey.includes(to.name) || foreignKeys.some(({ column }) => column === to.name);
  return new HutError({
    id: 'no-cast',
    message: `${of}.${to.name} cannot go from ${types}: not every database has that cast`,
    hint: isKey
      ? 'What points to rows keeps its type: set ids: in hut.yaml back to what it was.'
      : `Add a field of the new type under another name, copy the values in a migration of your own, then remove ${to.name}.`,
  });
}
