import { fieldError } from './field-error.ts';
import { compareNumbers, refuseNumber } from './field-number.ts';
import type { FieldDefault, Scalar, ScalarType } from './field.ts';
import { SCALAR_TYPES, type ScalarTypeName } from './scalar-types.ts';

type Bounded = Pick<Scalar, 'type' | 'min' | 'max'>;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;
const DATE = /^\d{4}-\d{2}-\d{2}$/u;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?$/u;
const ZONE = /^(.+)(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;

/** Types whose value can be made at the moment it is needed, with the word for it. */
const MADE: Readonly<Partial<Record<ScalarTypeName, 'now' | 'uuid'>>> = {
  date: 'now',
  datetime: 'now',
  time: 'now',
  uuid: 'uuid',
};

const FORMATS: Readonly<
  Partial<Record<ScalarTypeName, readonly [fits: (text: string) => boolean, example: string]>>
> = {
  email: [(text) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/u.test(text), 'ada@example.org'],
  url: [(text) => URL.canParse(text) && /^https?:\/\//u.test(text), 'https://example.org'],
  slug: [(text) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text), 'first-post'],
  bool: [(text) => text === 'true' || text === 'false', 'true or false'],
  date: [isDate, '2026-01-31 or now'],
  datetime: [isDatetime, '2026-01-31T12:30:00Z or now'],
  time: [(text) => TIME.test(text), '12:30 or now'],
  uuid: [(text) => UUID.test(text), 'uuid, which makes a new one each time'],
  json: [isJson, 'an object or a list: {"size": 1}'],
};

/** The text behind `default=` in, the default out; throws HutError when the type does not take it. */
export function parseDefault(text: string, field: Bounded): FieldDefault {
  const { type } = field;
  const made = MADE[type.name];
  if (made !== undefined && made === text) return { kind: made };
  const [message, hint] = refuseText(text, type) ?? refuseBounds(text, field) ?? [];
  if (message === undefined) return { kind: 'value', text };
  throw fieldError(`the default ${message}`, hint ?? 'Write another default, or none.');
}

type Refusal = readonly [message: string, hint?: string];

function refuseText(text: string, type: ScalarType): Refusal | undefined {
  if (type.name === 'bytes') return ['of bytes cannot be written', 'Leave it out.'];
  if (SCALAR_TYPES[type.name].bounds === 'value') {
    const why = refuseNumber(text, type);
    return why === undefined ? undefined : [why];
  }
  if (type.name === 'enum') {
    const hint = `Values: ${type.values.join(', ')}.`;
    return type.values.includes(text) ? undefined : [`"${text}" is none of its values`, hint];
  }
  const [fits, example] = FORMATS[type.name] ?? [];
  if (fits === undefined || fits(text)) return undefined;
  return [`"${text}" is no ${type.name}`, `Write it like ${String(example)}.`];
}

function refuseBounds(text: string, { type, min, max }: Bounded): Refusal | undefined {
  const { bounds } = SCALAR_TYPES[type.name];
  if (bounds === 'none') return undefined;
  const size = bounds === 'length' ? String([...text].length) : text;
  const what = bounds === 'length' ? `has ${size} characters, which` : `${text}`;
  const limit = max ?? (type.name === 'string' ? String(type.length) : undefined);
  if (limit !== undefined && compareNumbers(size, limit) > 0)
    return [`${what} is more than ${limit}`];
  if (min !== undefined && compareNumbers(size, min) < 0) return [`${what} is less than ${min}`];
  return undefined;
}

function isDate(text: string): boolean {
  const time = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isDatetime(text: string): boolean {
  const [date = '', time = ''] = (ZONE.exec(text)?.[1] ?? '').split('T');
  return isDate(date) && TIME.test(time);
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
