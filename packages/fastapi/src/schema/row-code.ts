import { pythonLiteral } from '@hut/render';
import { isTrue } from '../columns/server-default.ts';
import { call, type Code } from './python-code.ts';
import type { ColumnType } from '../columns/column-type.ts';
import type { RowValue } from './row-value.ts';

const NOW: Readonly<Partial<Record<ColumnType['name'], string>>> = {
  date: 'dt.datetime.now(dt.UTC).date()',
  datetime: 'dt.datetime.now(dt.UTC)',
  time: 'dt.datetime.now(dt.UTC).time()',
};

const VALUES: Readonly<Record<ColumnType['name'], (text: string) => Code>> = {
  string: (text) => ({ text }),
  text: (text) => ({ text }),
  enum: (text) => ({ text }),
  int: (text) => text,
  bigint: (text) => text,
  float: (text) => String(Number(text)),
  // Ruff wants whole numbers as they are.
  decimal: (text) => `Decimal(${/^-?\d+$/u.test(text) ? text : pythonLiteral(text)})`,
  bool: (text) => (isTrue(text) ? 'True' : 'False'),
  date: (text) => `dt.date.fromisoformat(${pythonLiteral(text)})`,
  datetime: (text) => `dt.datetime.fromisoformat(${pythonLiteral(text)}).astimezone(dt.UTC)`,
  time: (text) => `dt.time.fromisoformat(${pythonLiteral(text)})`,
  uuid: (text) => `uuid.UUID(${pythonLiteral(text)})`,
  json: (text) => call('json.loads', { text }),
  bytes: (text) => `b${pythonLiteral(text)}`,
};

/** A value for rows as an expression of a migration. */
export function rowCode(type: ColumnType, value: RowValue): Code {
  if (value.kind === 'uuid') return 'uuid.uuid4()';
  return value.kind === 'now' ? NOW[type.name]! : VALUES[type.name](value.text);
}
