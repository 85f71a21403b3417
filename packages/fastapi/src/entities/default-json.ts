import type { Scalar } from '@hut/blueprint';
import type { Code } from '../schema/python-code.ts';
import { floatCode, jsonCode } from './default-code.ts';

/** What answers show when nobody said a field, as code of a test; undefined when it is made at that moment. */
export function shownDefault(field: Scalar): Code | undefined {
  if (field.default === undefined) return field.optional ? 'None' : undefined;
  if (field.default.kind !== 'value') return undefined;
  const show = SHOWN[field.type.name];
  const { text } = field.default;
  return show === undefined ? { text } : show(text, field);
}

const asIs = (text: string): string => text.toLowerCase();
const quoted = (text: string): string => `"${text}"`;

/** Types that answers show in another spelling than hut.yaml. */
const SHOWN: Readonly<Record<string, (text: string, field: Scalar) => Code>> = {
  int: asIs,
  bigint: asIs,
  float: floatCode,
  bool: (text) => (text === 'true' ? 'True' : 'False'),
  decimal: (text, { type }) => quoted(withPlaces(text, type.name === 'decimal' ? type.scale : 0)),
  datetime: (text) => quoted(`${inUtc(text)}${fractionOf(text)}Z`),
  time: (text) =>
    quoted(`${text.length === 5 ? `${text}:00` : text.slice(0, 8)}${fractionOf(text)}Z`),
  uuid: (text) => quoted(text.toLowerCase()),
  email: (text) => quoted(text.toLowerCase()),
  json: (text) => jsonCode(JSON.parse(text)),
};

function withPlaces(text: string, places: number): string {
  const [whole = '0', fraction = ''] = text.split('.');
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`;
}

function inUtc(text: string): string {
  return new Date(text.replace(/\.\d+/u, '')).toISOString().slice(0, 19);
}

/** Six digits, or none when all are nought. */
function fractionOf(text: string): string {
  const digits = (/\.(\d+)/u.exec(text)?.[1] ?? '').padEnd(6, '0');
  return digits === '000000' ? '' : `.${digits}`;
}
