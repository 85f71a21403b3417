import { pythonLiteral } from '@hut/render';
import type { Column } from '../columns/column.ts';
import { toServerDefault } from '../columns/server-default.ts';
import { columnCode } from './create-table.ts';
import { migrationType, postgresqlCast } from './migration-type.ts';
import type { Operation } from './operation.ts';
import { call, type Code, type Part } from './python-code.ts';
import { fillRows, type Ids } from './fill-rows.ts';
import { findRowValue } from './row-value.ts';
import type { Statement } from './statement.ts';
import { isSameStored } from './stored.ts';

type Of<Kind extends Operation['do']> = Extract<Operation, { readonly do: Kind }>;

/*
 * A required column for rows that are there, three ways:
 *
 *     its default stays           add it
 *     a default for a moment      add it with one, then take that away
 *     no default can say it       add it empty, fill the rows, then require it
 *
 * One that is optional and unique leaves them empty, and gets its default then.
 */

/** The statements that add a column. */
export function addColumn(step: Of<'add-column'>, ids: Ids): readonly Statement[] {
  const { table, column, rows } = step;
  const first = firstForm(step);
  const come: Statement = {
    batch: table,
    takes: column.name,
    phase: { table, step: 'come' },
    code: call('batch_op.add_column', columnCode(first)),
  };
  if (isSame(first, column)) return [come];
  const settle = alter(table, first, column, 'settle');
  if (column.nullable) return [come, settle];
  if (rows === undefined) return [come, { ...settle, comment: NOBODY_KNOWS }];
  if (first.default !== undefined) return [come, settle];
  return [come, fillRows({ table, column, rows, ids, onlyEmpty: false }), settle];
}

const NOBODY_KNOWS = 'Stops while there are rows: nobody knows what they would point to.';

/** How a column comes, so that rows can take it. */
function firstForm({ column, rows, isUnique }: Of<'add-column'>): Column {
  if (isUnique === true) return withoutDefault(column);
  if (column.nullable || column.default !== undefined) return column;
  const moment = toServerDefault(column.type, rows);
  return moment === undefined ? { ...column, nullable: true } : { ...column, default: moment };
}

/** The statements that change the type, the default or the need of a column. */
export function alterColumn(
  { table, from, to }: Of<'alter-column'>,
  ids: Ids,
): readonly Statement[] {
  // PostgreSQL does not cast a default along with its column.
  const start = from.type.name === to.type.name ? from : withoutDefault(from);
  const rows = from.nullable && !to.nullable ? findRowValue(to) : undefined;
  const open = rows === undefined ? to : { ...to, nullable: true };
  return [
    ...(isSame(from, start) ? [] : [alter(table, from, start, 'come')]),
    ...(isSame(start, open) ? [] : [alter(table, start, open, 'come')]),
    ...(rows === undefined
      ? []
      : [
          fillRows({ table, column: to, rows, ids, onlyEmpty: true }),
          alter(table, open, to, 'settle'),
        ]),
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

function withoutDefault({ name, type, nullable }: Column): Column {
  return { name, type, nullable };
}

function isSame(from: Column, to: Column): boolean {
  return (
    isSameStored(from.type, to.type) && from.nullable === to.nullable && from.default === to.default
  );
}

/** MySQL says the whole column anew, so what stays is given too. */
function alter(table: string, from: Column, to: Column, step: 'come' | 'settle'): Statement {
  const code = call(
    'batch_op.alter_column',
    pythonLiteral(to.name),
    ['existing_type', migrationType(from.type)],
    ...typeParts(from, to),
    ...nullableParts(from, to),
    ...defaultParts(from, to),
  );
  return { batch: table, phase: { table, step }, code };
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
