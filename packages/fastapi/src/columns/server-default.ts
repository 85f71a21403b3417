import type { FieldDefault } from '@hut/blueprint';
import type { ColumnType } from './column-type.ts';

/** How each type spells a value in its one way; null where not every database takes a default, or reads it alike. */
const SPELLINGS: Readonly<Record<ColumnType['name'], ((text: string) => string) | null>> = {
  string: (text) => text,
  enum: (text) => text,
  int: (text) => String(BigInt(text)),
  bigint: (text) => String(BigInt(text)),
  float: (text) => String(Number(text) + 0),
  decimal: (text) => text,
  bool: (text) => (isTrue(text) ? '1' : '0'),
  // MySQL has no default for long values.
  text: null,
  json: null,
  bytes: null,
  // Every database writes these in its own way, and PostgreSQL reads a moment in the time zone of the session.
  date: null,
  datetime: null,
  time: null,
  uuid: null,
};

/** Whether a yes-or-no value says yes, in the spelling of hut.yaml or that of a database. */
export function isTrue(text: string): boolean {
  return text === 'true' || text === '1';
}

/**
 * Alembic compares a default with that of the model as text, and trips over nothing and over what SQL writes in another way;
 * where SQLite makes a table anew, it takes a colon for a parameter, and the default is another one then.
 */
const IS_ODD = /^$|['"\\%`:]|\p{C}|\p{Zl}|\p{Zp}/u;

/** What the database fills in when a row comes without the column, in one spelling; undefined when it does not. */
export function toServerDefault(
  type: ColumnType,
  value: FieldDefault | undefined,
): string | undefined {
  const spell = SPELLINGS[type.name];
  if (value?.kind !== 'value' || spell === null || IS_ODD.test(value.text)) return undefined;
  return type.name === 'decimal' ? toScale(value.text, type.scale) : spell(value.text);
}

/** MariaDB gives a default back with all the places of its column, and Alembic compares the texts. */
function toScale(text: string, scale: number): string {
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = scale === 0 ? whole : `${whole}.${fraction.padEnd(scale, '0')}`;
  return /^-[0.]*$/u.test(digits) ? digits.slice(1) : digits;
}
