import { pythonLiteral } from '@hut/render';
import type { Column } from '../columns/column.ts';
import { migrationType } from './migration-type.ts';
import { call, printCode, type Code } from './python-code.ts';
import { rowCode } from './row-code.ts';
import type { RowValue } from './row-value.ts';
import type { Statement } from './statement.ts';

/** The type that the ids of a project have. */
export type Ids = 'uuid' | 'int';

interface Filling {
  readonly table: string;
  readonly column: Column;
  readonly rows: RowValue;
  readonly ids: Ids;
  /** Rows that have a value keep it. */
  readonly onlyEmpty: boolean;
}

/** The lines that give rows their value in a column. */
export function fillRows(filling: Filling): Statement {
  return {
    code: filling.rows.kind === 'uuid' ? eachRow(filling) : allRows(filling),
    phase: { table: filling.table, step: 'fill' },
  };
}

function allRows({ table, column, rows, onlyEmpty }: Filling): readonly string[] {
  const { name, type } = column;
  const empty = onlyEmpty ? `.where(rows.c["${name}"].is_(None))` : '';
  const update = call(`rows.update()${empty}.values`, [name, rowCode(type, rows)]);
  return [tableLine(table, [column]), printCode(call('op.execute', update), 4)];
}

function eachRow({ table, column, ids, onlyEmpty }: Filling): readonly string[] {
  const { name, type } = column;
  const id: Column = { name: 'id', type: { name: ids }, nullable: false };
  const empty = onlyEmpty ? `.where(rows.c["${name}"].is_(None))` : '';
  const update = call('change.values', [name, rowCode(type, { kind: 'uuid' })]);
  return [
    tableLine(table, [id, column]),
    `for (row_id,) in op.get_bind().execute(sa.select(rows.c.id)${empty}).all():`,
    '    change = rows.update().where(rows.c.id == row_id)',
    `    ${printCode(call('op.execute', update), 8)}`,
  ];
}

function tableLine(table: string, columns: readonly Column[]): string {
  const parts: readonly Code[] = columns.map(({ name, type }) =>
    call('sa.column', pythonLiteral(name), migrationType(type)),
  );
  return `rows = ${printCode(call('sa.table', pythonLiteral(table), ...parts), 4, 'rows = '.length)}`;
}
