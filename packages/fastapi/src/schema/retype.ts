import { enumLength, type ColumnType } from '../columns/column-type.ts';
import { printType } from './type-text.ts';

/** What a change of type does to the values that are there. */
export type Retype =
  | { readonly kind: 'none' | 'safe' }
  /** The migration stops at a value that does not fit; SQLite may keep it. */
  | { readonly kind: 'may-stop' | 'loses'; readonly why: string }
  /** The databases have no such cast, or each another one. */
  | { readonly kind: 'refused' };

type Of<Name extends ColumnType['name']> = Extract<ColumnType, { readonly name: Name }>;

const NONE: Retype = { kind: 'none' };
const SAFE: Retype = { kind: 'safe' };
const REFUSED: Retype = { kind: 'refused' };
const mayStop = (why: string): Retype => ({ kind: 'may-stop', why });
const loses = (why: string): Retype => ({ kind: 'loses', why });

const NUMBERS: readonly string[] = ['int', 'bigint', 'float', 'decimal'];
const TEXTS: readonly string[] = ['string', 'text', 'enum'];

/** Digits before the point: what a number can have, and what every number of so many digits fits into. */
const DIGITS = { int: { has: 10, takes: 9 }, bigint: { has: 19, takes: 18 } } as const;
const MOST_DIGITS = 25;

/** What a column goes through from one type to another; the same for every database. */
export function toRetype(from: ColumnType, to: ColumnType): Retype {
  if (printType(from) === printType(to)) return NONE;
  const isText = [TEXTS.includes(from.name), TEXTS.includes(to.name)];
  const isNumber = [NUMBERS.includes(from.name), NUMBERS.includes(to.name)];
  if (isText[0] && isText[1]) return textToText(from, to);
  if (isNumber[0] && isNumber[1]) return numberToNumber(from, to);
  if (from.name === 'enum' || to.name === 'enum') return REFUSED;
  if (isNumber[0] && isText[1]) return numberToText(from, to);
  if (isText[0] && isNumber[1]) {
    return loses(`a text that is no number stops the migration, and is 0 on SQLite`);
  }
  return REFUSED;
}

/** How long a text can be, undefined for any length. */
function lengthOf(type: ColumnType): number | undefined {
  if (type.name === 'enum') return enumLength(type.values);
  return type.name === 'string' ? type.length : undefined;
}

function textToText(from: ColumnType, to: ColumnType): Retype {
  if (to.name === 'enum') return toEnum(from, to);
  const [before, now] = [lengthOf(from), lengthOf(to)];
  if (now === undefined || (before !== undefined && before <= now)) return SAFE;
  const longest =
    from.name === 'enum' ? Math.max(...from.values.map(({ length }) => length)) : now + 1;
  if (longest <= now) return SAFE;
  return mayStop(`a text of more than ${String(now)} characters stops the migration`);
}

function toEnum(from: ColumnType, to: Of<'enum'>): Retype {
  if (from.name !== 'enum') {
    return mayStop(`a text that is none of ${to.values.join(', ')} stops the migration`);
  }
  const gone = from.values.filter((value) => !to.values.includes(value));
  if (gone.length === 0) return SAFE;
  return mayStop(`a row that holds ${gone.join(' or ')} stops the migration`);
}

function numberToNumber(from: ColumnType, to: ColumnType): Retype {
  if (to.name === 'float') {
    return from.name === 'int' ? SAFE : loses('a float has no more than 15 exact digits');
  }
  const places = to.name === 'decimal' ? to.scale : 0;
  if (placesOf(from) > places) return loses(`values are rounded to ${placesText(places)}`);
  return digitsOf(from, 'has') <= digitsOf(to, 'takes')
    ? SAFE
    : mayStop('a number that is too large stops the migration');
}

function numberToText(from: ColumnType, to: ColumnType): Retype {
  const length = lengthOf(to);
  const longest = digitsOf(from, 'has') + Math.min(placesOf(from), 30) + 2;
  if (length === undefined || longest <= length) return SAFE;
  return mayStop(`a number of more than ${String(length)} characters stops the migration`);
}

function placesOf(type: ColumnType): number {
  if (type.name === 'decimal') return type.scale;
  return type.name === 'float' ? Number.POSITIVE_INFINITY : 0;
}

function digitsOf(type: ColumnType, what: 'has' | 'takes'): number {
  if (type.name === 'decimal') return type.precision - type.scale;
  return type.name === 'int' || type.name === 'bigint' ? DIGITS[type.name][what] : MOST_DIGITS;
}

function placesText(places: number): string {
  return places === 0 ? 'whole numbers' : `${String(places)} places`;
}
