import type { FieldDefault } from '@hut/blueprint';
import type { ColumnType } from './column-type.ts';

/** What the rows of a table get in a column that is new or takes no NULL any more. */
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

/** What rows get that were there before their column: the default, else what stands for nothing. */
export function toRowValue(type: ColumnType, given?: FieldDefault): RowValue {
  if (given !== undefined) return given;
  return type.name === 'enum' ? value(type.values[0]!) : EMPTY[type.name];
}
