import { pythonLiteral } from '@hut/render';
import type { Column } from '../columns/column.ts';
import { toServerDefault } from '../columns/server-default.ts';
import { columnCode } from './create-table.ts';
import { migrationType, postgresqlCast } from './migration-type.ts';
import type { Operation } from './operation.ts';
import { call, type Code, type Part } from './python-code.ts';
import { fillRows, type Ids } from './fill-rows.ts';
import { findRowValue, type RowValue } from './row-value.ts';
import type { Statement } from './statement.ts';
import { isSameStored } from './stored.ts';

type Of<Kind extends Operation['do']> = Extract<Operation, { readonly do: Kind }>;

/*
 * A required column for rows that are there, three ways:
 *
 *     its default stays           add it
 *     a default for a moment      add it with one, then take that away
 *     no default can say it       add it empty, fill the rows, then require it
 */

/** The statements that add a column. */
export function addColumn(
  { table, column, rows }: Of<'add-column'>,
  ids: Ids,
): readonly Statement[] {
  const add = (as: Column): Statement => ({
    batch: table,
    takes: column.name,
    code: call('batch_op.add_column', columnCode(as)),
  });
  if (column.nullable || column.default !== undefined) return [add(column)];
  const moment = toServerDefault(column.type, rows);
  if (moment !== undefined) {
    const first = { ...column, default: moment };
    return [add(first), afresh(alter(table, first, column))];
  }
  const empty = { ...column, nullable: true };
  return [add(empty), ...fill(table, column, rows, ids), afresh(alter(table, empty, column))];
}

/** The statements that change the type, the default or the need of a column. */
export function alterColumn(
  { table, from, to }: Of<'alter-column'>,
  ids: Ids,
): readonly Statement[] {
  const bare = withoutDefault(from);
  // PostgreSQL does not cast a default along with its column.
  const isRetyped = from.type.name !== to.type.name;
  const start = isRetyped && from.default !== undefined ? bare : from;
  const rows = from.nullable && !to.nullable ? findRowValue(to) : undefined;
  const open = rows === undefined ? to : { ...to, nullable: true };
  return [
    ...(start === from ? [] : [alter(table, from, start)]),
    ...(isSame(start, open) ? [] : [alter(table, start, open)]),
    ...(rows === undefined
      ? []
      : [...fill(table, to, rows, ids, true), afresh(alter(table, open, to))]),
  ];
}

/** The statement that gives a column another name. */
export function renameColumn({ table, column, to }: Of<'rename-column'>): Statement {
  const code = call(
    'batch_op.alter_column',
    pythonLiteral(column.name),
    ['new_column_name', pythonLiteral(to)],
    ['existing_type', migrationType(column.type)],
    ...nullableParts(column, column),
    ...defaultParts(column, column),
  );
  return { batch: table, code, isRename: true };
}

function fill(
  table: string,
  column: Column,
  rows: RowValue | undefined,
  ids: Ids,
  onlyEmpty = false,
): readonly Statement[] {
  if (rows === undefined) return [];
  return [fillRows({ table, column, rows, ids, onlyEmpty })];
}

function withoutDefault({ name, type, nullable }: Column): Column {
  return { name, type, nullable };
}

function isSame(from: Column, to: Column): boolean {
  return (
    isSameStored(from.type, to.type) && from.nullable === to.nullable && from.default === to.default
  );
}

function afresh(statement: Statement): Statement {
  return { ...statement, isAfresh: true };
}

/** MySQL says the whole column anew, so what stays is given too. */
function alter(table: string, from: Column, to: Column): Statement {
  const code = call(
    'batch_op.alter_column',
    pythonLiteral(to.name),
    ['existing_type', migrationType(from.type)],
    ...typeParts(from, to),
    ...nullableParts(from, to),
    ...defaultParts(from, to),
  );
  return { batch: table, code };
}

function typeParts(from: Column, to: Column): readonly Part[] {
  if (isSameStored(from.type, to.type)) return [];
  const cast = postgresqlCast(to.name, from.type, to.type);
  const using: readonly Part[] = cast === undefined ? [] : [['postgresql_using', cast]];
  return [['type_', migrationType(to.type)], ...using];
}

function nullableParts(from: Column, to: Column): readonly Part[] {
  const python = (nullable: boolean) => (nullable ? 'True' : 'False');
  return from.nullable === to.nullable
    ? [['existing_nullable', python(from.nullable)]]
    : [['nullable', python(to.nullable)]];
}

function defaultParts(from: Column, to: Column): readonly Part[] {
  if (from.default !== to.default) return [['server_default', defaultCode(to)]];
  return from.default === undefined ? [] : [['existing_server_default', defaultCode(from)]];
}

function defaultCode({ default: text }: Column): Code {
  return text === undefined ? 'None' : { text };
}
