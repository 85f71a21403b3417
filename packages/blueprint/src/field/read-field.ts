import { isPlainMap } from '../plain/plain-map.ts';
import { didYouMean } from '@hut/errors';
import { fieldError } from './field-error.ts';
import { parseModifiers } from './field-modifiers.ts';
import { parseType } from './field-type.ts';
import type { Field } from './field.ts';
import { FIELD_KEYS } from '../key-order.ts';
import { refuseFieldName } from '../names/name-rules.ts';
import { show } from '../read-option.ts';
import { toRelation } from './to-relation.ts';
import { toScalar } from './to-scalar.ts';

/** A field as hut.yaml holds it: the short text, or a mapping for free text. */
export type FieldValue = string | FieldMapping;

/** The long form of a field. */
export interface FieldMapping {
  readonly type: string;
  readonly default?: string;
  readonly description?: string;
}

/** Where a field stands, for better messages. */
export interface FieldContext {
  /** The entity that has the field. */
  readonly entity?: string;
  /** The names of all entities. */
  readonly entities?: readonly string[];
}

const LONG_FORM = 'Write: { type: "string:200", default: "any text", description: "any text" }.';
const CHARACTERS = /^[A-Za-z0-9_:,=.-]*$/u;

/** The value of one key under `fields` in, the field out; throws HutError (id `field`) that does not name the field. */
export function readField(name: string, value: unknown, around: FieldContext = {}): Field {
  const { type, ...free } = toMapping(value);
  if (!CHARACTERS.test(type)) throw otherCharacters(type);
  const { type: read, rest } = parseType(type === '' ? [] : type.split(':'), around.entities);
  const kind = 'target' in read ? 'relation' : 'scalar';
  const refusal = refuseFieldName(name, kind, around.entity);
  if (refusal) throw fieldError(refusal.message, refusal.hint);
  const modifiers = parseModifiers(rest);
  if ('target' in read) return toRelation(name, read, modifiers, free);
  return toScalar(name, read, modifiers, free);
}

function toMapping(value: unknown): FieldMapping {
  if (value === null || value === undefined) return { type: '' };
  if (typeof value === 'string') return { type: value };
  if (!isPlainMap(value))
    throw fieldError(`${show(value)} is no field`, 'Write its type: string:120.');
  for (const key of Object.keys(value)) {
    if (!FIELD_KEYS.includes(key)) throw unknownKey(key, value[key]);
  }
  const { type = '', default: given, description } = value;
  if (typeof type !== 'string') throw fieldError(`type: ${show(type)} is no text`, LONG_FORM);
  if (description !== undefined && typeof description !== 'string') {
    throw fieldError(`description: ${show(description)} is no text`, LONG_FORM);
  }
  return { type, ...defaultOf(given), ...(description === undefined ? {} : { description }) };
}

function defaultOf(given: unknown): { readonly default?: string } {
  if (given === undefined) return {};
  const isValue = ['string', 'number', 'boolean'].includes(typeof given);
  if (isValue) return { default: String(given) };
  throw fieldError(
    `default: ${show(given)} is no value`,
    `Put it in "double quotes". ${LONG_FORM}`,
  );
}

function unknownKey(key: string, value: unknown): Error {
  const text = `${key}:${show(value)}`;
  const hint = `${didYouMean(key, FIELD_KEYS)}The type and its modifiers are one text without blanks (like ${text}). ${LONG_FORM}`;
  return fieldError(`unknown key "${key}"`, hint);
}

function otherCharacters(text: string): Error {
  const hint = `A field has letters, digits and _ : , = . - and no blanks. For other text: ${LONG_FORM}`;
  return fieldError(`${show(text)} holds a character that has no meaning in a field`, hint);
}
