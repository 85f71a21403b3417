import type { Entity, Scalar } from '@hut/blueprint';
import { toColumnType } from '../columns/column-type.ts';
import { decimalCode } from './decimal-code.ts';
import { hasOwnBounds } from './scalar-types.ts';
import type { PythonScope } from './python-scope.ts';

type Bound = readonly [keyword: string, value: string];

/** What a request may not exceed, as arguments of `Field`. */
export function toBounds(field: Scalar, entity: Entity, scope: PythonScope): readonly Bound[] {
  const { type } = field;
  if (type.name === 'decimal') return [...toDigits(type), ...valueBounds(field, scope)];
  if (hasOwnBounds(field)) return wholeBounds(field);
  return type.name === 'float' ? valueBounds(field, scope) : lengthBounds(field, entity);
}

/** The digits of a decimal: also the filter of a list needs them, for no database takes any number of them. */
export function toDigits(type: {
  readonly precision: number;
  readonly scale: number;
}): readonly Bound[] {
  return [
    ['max_digits', String(type.precision)],
    ['decimal_places', String(type.scale)],
  ];
}

/** The longest text that a field takes, and undefined when it takes any. */
export function longestOf(field: Scalar, { unique, index }: Entity): number | undefined {
  const stored = toColumnType(field, [...unique, ...index]);
  const room = stored.name === 'string' ? stored.length : undefined;
  return field.max === undefined ? room : Math.min(Number(field.max), room ?? Infinity);
}

function lengthBounds(field: Scalar, entity: Entity): readonly Bound[] {
  const isText = ['string', 'text', 'email', 'url', 'slug'].includes(field.type.name);
  if (!isText) return [];
  const longest = longestOf(field, entity);
  // Addresses of mail that are longer than their column are none.
  const isFree = longest === undefined || (field.type.name === 'email' && field.max === undefined);
  return [
    ...(field.min === undefined ? [] : [['min_length', field.min] as const]),
    ...(isFree ? [] : [['max_length', String(longest)] as const]),
  ];
}

function wholeBounds({ type, min, max }: Scalar): readonly Bound[] {
  const bits = type.name === 'int' ? 31 : 63;
  return [
    ['ge', min ?? `-(2**${String(bits)})`],
    ['le', max ?? `2**${String(bits)} - 1`],
  ];
}

function valueBounds(field: Scalar, scope: PythonScope): readonly Bound[] {
  return [
    ...(field.min === undefined ? [] : [['ge', numberCode(field, field.min, scope)] as const]),
    ...(field.max === undefined ? [] : [['le', numberCode(field, field.max, scope)] as const]),
  ];
}

/** A decimal is compared with a decimal: 0.1 as a float is a little more. */
function numberCode({ type }: Scalar, text: string, scope: PythonScope): string {
  if (/^-?\d+$/u.test(text)) return text;
  return type.name === 'decimal' ? decimalCode(text, scope) : text.toLowerCase();
}
