import { enumLength, type ColumnType } from '../columns/column-type.ts';
import { printType } from './type-text.ts';

/** Whether two types are stored alike: the values of an enum are held by a check of their own. */
export function isSameStored(left: ColumnType, right: ColumnType): boolean {
  return printStored(left) === printStored(right);
}

function printStored(type: ColumnType): string {
  return type.name === 'enum' ? `string:${String(enumLength(type.values))}` : printType(type);
}
