import type { FieldDefault } from '@hut/blueprint';
import type { Column } from '../columns/column.ts';
import type { ColumnType } from '../columns/column-type.ts';

/** What rows get in a column that came after them. */
export type RowValue = FieldDefault;

const value = (text: string): RowValue => ({ kind: 'value', text });

/** What stands for nothing in each type. */
const EMPTY: Readonly<Record<Exclude<ColumnType['name'], 'enum'>, RowValue>> = {
  string: value(''),
  text: value(''),
  int: value('0'),
  bigint: value('0'),
  float: value('0'),
  decimal: value('0'),
  bool: value('false'),
  date: { kind: 'now' },
  datetime: { kind: 'now' },
  time: { kind: 'now' },
  uuid: { kind: 'uuid' },
  json: value('{}'),
  bytes: value(''),
};

/** What the rows get that are there when a required column comes: its default, else what stands for nothing. */
export function toRowValue(column: Column): RowValue {
  const { type } = column;
  const given = findRowValue(column);
  if (given !== undefined) return given;
  return type.name === 'enum' ? value(type.values[0]!) : EMPTY[type.name];
}

/** What a column says that rows get, or undefined when it says nothing. */
export function findRowValue({ initial, default: text }: Column): RowValue | undefined {
  return initial ?? (text === undefined ? undefined : value(text));
}
