import { pythonLiteral } from '@hut/render';
import { addColumn, alterColumn, renameColumn } from './change-column.ts';
import { checkName, foreignKeyName, indexName, uniqueName } from './constraint-names.ts';
import { createTable } from './create-table.ts';
import type { Ids } from './fill-rows.ts';
import type { Operation } from './operation.ts';
import { call, textList, type Code, type Part } from './python-code.ts';
import { renameTable } from './rename-table.ts';
import type { ForeignKey } from './schema.ts';
import { checkText, onDelete } from './sql-text.ts';
import type { Statement } from './statement.ts';

const text = pythonLiteral;
const named = (name: string): Code => call('batch_op.f', text(name));

/** One step of a migration as the statements that do it. */
export function printOperation(step: Operation, ids: Ids): readonly Statement[] {
  switch (step.do) {
    case 'create-table':
      return createTable(step.table);
    case 'drop-table':
      return [{ code: call('op.drop_table', text(step.table.name)) }];
    case 'rename-table':
      return renameTable(step);
    case 'add-column':
      return addColumn(step, ids);
    case 'drop-column':
      return [{ ...inBatch(step, 'drop_column', text(step.column.name)), frees: step.column.name }];
    case 'rename-column':
      return [renameColumn(step)];
    case 'alter-column':
      return alterColumn(step, ids);
    default:
      return [printKey(step)];
  }
}

/** The steps for what stands beside the columns. */
type KeyStep = Extract<
  Operation,
  { readonly columns: unknown } | { readonly key: unknown } | { readonly values: unknown }
>;

function printKey(step: KeyStep): Statement {
  const { table } = step;
  switch (step.do) {
    case 'add-index':
      return addKey(step, 'create_index', indexName(table, step.columns), step.columns);
    case 'drop-index':
      return inBatch(step, 'drop_index', named(indexName(table, step.columns)));
    case 'add-unique':
      return addKey(
        step,
        'create_unique_constraint',
        uniqueName(table, step.columns),
        step.columns,
      );
    case 'drop-unique':
      return dropConstraint(step, uniqueName(table, step.columns), 'unique');
    case 'add-check': {
      const condition = { text: checkText(step.column, step.values) };
      const name = named(checkName(table, step.column));
      return inBatch(step, 'create_check_constraint', name, condition);
    }
    case 'drop-check':
      return dropConstraint(step, checkName(table, step.column), 'check');
    case 'add-foreign-key':
      return addForeignKey(table, step.key);
    case 'drop-foreign-key':
      return dropConstraint(step, foreignKeyName(table, step.key), 'foreignkey');
  }
}

interface Place {
  readonly table: string;
}

function inBatch({ table }: Place, method: string, ...parts: readonly Part[]): Statement {
  return { batch: table, code: call(`batch_op.${method}`, ...parts) };
}

function addKey(place: Place, method: string, name: string, columns: readonly string[]): Statement {
  return inBatch(place, method, named(name), textList(columns));
}

function dropConstraint(place: Place, name: string, type: string): Statement {
  return inBatch(place, 'drop_constraint', named(name), ['type_', text(type)]);
}

function addForeignKey(table: string, key: ForeignKey): Statement {
  const name = named(foreignKeyName(table, key));
  const ends = [text(key.table), textList([key.column]), textList(['id'])];
  return inBatch({ table }, 'create_foreign_key', name, ...ends, onDelete(key));
}
