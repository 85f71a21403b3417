import { pythonLiteral } from '@hut/render';
import type { Column } from '../columns/column.ts';
import {
  checkName,
  foreignKeyName,
  indexName,
  primaryKeyName,
  uniqueName,
} from './constraint-names.ts';
import { migrationType } from './migration-type.ts';
import { call, tallCall, textList, type Code, type Part } from './python-code.ts';
import type { Table } from './schema.ts';
import { checkText, onDelete } from './sql-text.ts';
import type { Statement } from './statement.ts';

const text = pythonLiteral;
const named = (name: string): Part => ['name', call('op.f', text(name))];

/** The statements that make a table and its indexes. */
export function createTable(table: Table): readonly Statement[] {
  const { name, columns } = table;
  const parts = [
    text(name),
    ...columns.map(columnCode),
    ...checks(table),
    ...foreignKeys(table),
    call('sa.PrimaryKeyConstraint', ...table.primaryKey.map(text), named(primaryKeyName(name))),
    ...table.uniques.map((set) =>
      call('sa.UniqueConstraint', ...set.map(text), named(uniqueName(name, set))),
    ),
  ];
  const indexes = table.indexes.map((set) =>
    call('op.create_index', call('op.f', text(indexName(name, set))), text(name), textList(set)),
  );
  return [tallCall('op.create_table', ...parts), ...indexes].map((code) => ({ code }));
}

/** A column as a migration writes it. */
export function columnCode({ name, type, nullable, default: given }: Column): Code {
  return call(
    'sa.Column',
    text(name),
    migrationType(type),
    ...(given === undefined ? [] : [['server_default', { text: given }] as const]),
    ['nullable', nullable ? 'True' : 'False'],
  );
}

function checks({ name, columns }: Table): readonly Code[] {
  return columns.flatMap(({ name: column, type }) =>
    type.name === 'enum'
      ? [
          call(
            'sa.CheckConstraint',
            { text: checkText(column, type.values) },
            named(checkName(name, column)),
          ),
        ]
      : [],
  );
}

function foreignKeys({ name, foreignKeys }: Table): readonly Code[] {
  return foreignKeys.map((key) =>
    call(
      'sa.ForeignKeyConstraint',
      textList([key.column]),
      textList([`${key.table}.id`]),
      named(foreignKeyName(name, key)),
      onDelete(key),
    ),
  );
}
