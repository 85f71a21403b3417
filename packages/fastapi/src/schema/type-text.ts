import type { ColumnType } from '../columns/column-type.ts';

const PLAIN: readonly string[] = [
  'text',
  'int',
  'bigint',
  'float',
  'bool',
  'date',
  'datetime',
  'time',
  'uuid',
  'json',
  'bytes',
];

/** The type of a column as hut.yaml would write it: `string:120`. */
export function printType(type: ColumnType): string {
  if (type.name === 'string') return `string:${String(type.length)}`;
  if (type.name === 'decimal') return `decimal:${String(type.precision)},${String(type.scale)}`;
  return type.name === 'enum' ? `enum:${type.values.join(',')}` : type.name;
}

/** The text in, the type out; undefined when it is none. */
export function parseType(text: string): ColumnType | undefined {
  const [name = '', rest = ''] = text.split(':');
  if (PLAIN.includes(text)) return { name: text } as ColumnType;
  if (name === 'string' && /^[1-9]\d*$/u.test(rest)) return { name, length: Number(rest) };
  if (name === 'decimal') return parseDecimal(rest);
  return name === 'enum' && rest !== '' ? { name, values: rest.split(',') } : undefined;
}

function parseDecimal(text: string): ColumnType | undefined {
  const found = /^(\d+),(\d+)$/u.exec(text);
  if (found === null) return undefined;
  return { name: 'decimal', precision: Number(found[1]), scale: Number(found[2]) };
}
