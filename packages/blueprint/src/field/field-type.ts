import { didYouMean } from '@hut/errors';
import { fieldError } from './field-error.ts';
import { isModifier } from './field-modifiers.ts';
import type { Relation, ScalarType } from './field.ts';
import { SCALAR_TYPES, TYPE_ALIASES, TYPE_LIST, TYPES_ELSEWHERE } from './scalar-types.ts';

/** The type of a field, and the parts of its text that come after it. */
export interface ReadType {
  readonly type: ScalarType | Pick<Relation, 'target' | 'cardinality'>;
  readonly rest: readonly string[];
}

/** The length of a string of which nobody said one. */
export const STRING_LENGTH = 255;
/** Digits of a decimal of which nobody said any, and those behind the point. */
export const DECIMAL = { precision: 10, scale: 2 } as const;

/** What the narrowest database takes in a row, and as digits. */
const LONGEST_STRING = 16_383;
const MOST_DIGITS = 65;
const MOST_PLACES = 30;
const LONGEST_VALUE = 60;

/** The parts behind the name in, the type out; no type is a string. Throws HutError for an unknown one. */
export function parseType(parts: readonly string[], entities: readonly string[] = []): ReadType {
  const [head = '', ...rest] = parts;
  if (parts.length === 0 || isModifier(head))
    return { type: { name: 'string', length: STRING_LENGTH }, rest: parts };
  if (head === '') throw fieldError('nothing stands between two colons', 'Remove one of them.');
  if (/^[A-Z]/u.test(head)) return parseRelation(head, rest);
  const name = Object.hasOwn(TYPE_ALIASES, head) ? TYPE_ALIASES[head]! : head;
  if (name === 'string') return parseString(rest);
  if (name === 'decimal') return parseDecimal(rest);
  if (name === 'enum') return parseEnum(rest);
  if (Object.hasOwn(SCALAR_TYPES, name)) return { type: { name } as ScalarType, rest };
  throw unknownType(head, entities);
}

/** Refuses a type that is no entity either, with the spelling that was meant. */
export function unknownType(name: string, entities: readonly string[]): Error {
  const lower = name.toLowerCase();
  const known = Object.hasOwn(TYPES_ELSEWHERE, lower) ? TYPES_ELSEWHERE[lower] : undefined;
  const names = [...entities, ...Object.keys(SCALAR_TYPES), ...Object.keys(TYPE_ALIASES)];
  const meant = known === undefined ? didYouMean(name, names) : `Did you mean ${known}? `;
  return fieldError(`unknown type "${name}"`, `${meant}${TYPE_LIST}`);
}

function parseRelation(target: string, parts: readonly string[]): ReadType {
  const [side, ...rest] = parts;
  if (side === 'one') return { type: { target, cardinality: 'one-to-one' }, rest };
  if (side === 'many') return { type: { target, cardinality: 'many-to-many' }, rest };
  return { type: { target, cardinality: 'many-to-one' }, rest: parts };
}

function parseString(parts: readonly string[]): ReadType {
  const [length = '', ...rest] = parts;
  if (!/^\d/u.test(length)) return { type: { name: 'string', length: STRING_LENGTH }, rest: parts };
  const isLength = /^[1-9]\d{0,5}$/u.test(length) && Number(length) <= LONGEST_STRING;
  if (isLength) return { type: { name: 'string', length: Number(length) }, rest };
  const hint = `Write string:N with N from 1 to ${String(LONGEST_STRING)}, or text for longer ones.`;
  throw fieldError(`${length} is no length of a string`, hint);
}

function parseDecimal(parts: readonly string[]): ReadType {
  const [digits = '', ...rest] = parts;
  if (!/^\d/u.test(digits)) return { type: { name: 'decimal', ...DECIMAL }, rest: parts };
  const found = /^([1-9]\d?),(0|[1-9]\d?)$/u.exec(digits);
  const [precision, scale] = [Number(found?.[1]), Number(found?.[2])];
  const fits = precision <= MOST_DIGITS && scale <= Math.min(precision, MOST_PLACES);
  if (fits) return { type: { name: 'decimal', precision, scale }, rest };
  const hint = 'Write decimal:10,2: ten digits, two of them behind the point.';
  throw fieldError(`${digits} are no digits of a decimal`, hint);
}

function parseEnum(parts: readonly string[]): ReadType {
  const [list = '', ...rest] = parts;
  const values = list.split(',');
  const example = 'Write enum:draft,published: letters, digits, _ . and -.';
  if (list === '' || isModifier(list)) throw fieldError('an enum has no values', example);
  const wrong = values.find(
    (value) => !/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/u.test(value) || value.length > LONGEST_VALUE,
  );
  if (wrong !== undefined) throw fieldError(`"${wrong}" is no value of an enum`, example);
  // Databases may compare without case, and code makes names of the values.
  const names = values.map((value) => value.toLowerCase().replace(/[.-]/gu, '_'));
  const twice = values.find((_, index) => names.indexOf(names[index]!) !== index);
  if (twice === undefined) return { type: { name: 'enum', values }, rest };
  throw fieldError(
    `the value ${twice} stands there twice`,
    'Values must differ in more than case, dots and dashes.',
  );
}
