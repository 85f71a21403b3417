import type { FieldDefault, Scalar } from '@hut/blueprint';
import { pythonLiteral } from '@hut/render';
import { dictCode, listCode, type Code, type Part } from '../schema/python-code.ts';
import { decimalCode } from './decimal-code.ts';
import { enumMembersOf } from './entity-words.ts';
import type { PythonScope } from './python-scope.ts';
import type { Saying } from './scalar-types.ts';

type Value = Extract<FieldDefault, { kind: 'value' }>;

/** A default that is the same each time, as code; undefined when there is none, or it is made at that moment. */
export function constantDefault(field: Scalar, saying: Saying): Code | undefined {
  return field.default?.kind === 'value' ? valueCode(field, field.default, saying) : undefined;
}

/** What makes a default at the moment that it is needed, as something to call. */
export function madeDefault(field: Scalar, { scope }: Saying): string | undefined {
  const kind = field.default?.kind;
  if (kind === 'uuid') return `${scope.useModule('uuid')}.uuid4`;
  if (kind !== 'now') return undefined;
  const now = scope.use('app.db.record', 'utc_now');
  const part = { date: '.date()', time: '.timetz()' }[field.type.name as 'date' | 'time'];
  return part === undefined ? now : `lambda: ${now}()${part}`;
}

/** A value as JSON has it, as a Python literal: `{"size": [1, None]}`. */
export function jsonCode(value: unknown): Code {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : listCode(...value.map(jsonCode));
  if (typeof value === 'string') return { text: value };
  if (typeof value !== 'object' || value === null)
    return pythonLiteral(value as number | boolean | null);
  const pairs = Object.entries(value);
  if (pairs.length === 0) return '{}';
  return dictCode(...pairs.map(([key, item]): Part => [pythonLiteral(key), jsonCode(item)]));
}

/** A number as ruff format spells it. */
export function floatCode(text: string): string {
  return text.toLowerCase().replace('e+', 'e');
}

function valueCode({ type }: Scalar, { text }: Value, { scope, enumClass }: Saying): Code {
  if (type.name === 'enum') {
    const member = enumMembersOf(type.values)[type.values.indexOf(text)]!;
    return `${enumClass}.${member}`;
  }
  return SPELLINGS[type.name]?.(text, scope) ?? { text };
}

const isoTime =
  (name: string, zone = '') =>
  (text: string, scope: PythonScope): string =>
    `${scope.useModule('datetime', 'dt')}.${name}.fromisoformat("${text}${zone}")`;

/** Types whose values are not texts. */
const SPELLINGS: Readonly<Record<string, (text: string, scope: PythonScope) => Code>> = {
  int: (text) => text,
  bigint: (text) => text,
  float: floatCode,
  decimal: decimalCode,
  bool: (text) => (text === 'true' ? 'True' : 'False'),
  date: isoTime('date'),
  datetime: isoTime('datetime'),
  time: isoTime('time', 'Z'),
  uuid: (text, scope) => `${scope.useModule('uuid')}.UUID("${text.toLowerCase()}")`,
  json: (text) => jsonCode(JSON.parse(text)),
};
