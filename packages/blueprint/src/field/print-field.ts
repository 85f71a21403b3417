import { fieldError } from './field-error.ts';
import { DECIMAL, STRING_LENGTH } from './field-type.ts';
import type { Field, FieldDefault, Relation, Scalar, ScalarType } from './field.ts';
import type { FieldValue } from './read-field.ts';
import { defaultOnDelete } from './to-relation.ts';

const SHORT = /^[A-Za-z0-9_,=.-]+$/u;

/** A field as it is typed; `parseField` reads it back. Throws HutError when it holds free text, which needs hut.yaml. */
export function printField(field: Field): string {
  const value = toFieldValue(field);
  if (typeof value === 'string') return `${field.name}:${value}`;
  throw fieldError(
    `${field.name}: a description, or a default with other characters, cannot be typed`,
    'Write it into hut.yaml and run: hut sync',
  );
}

/** A field as the value that hut.yaml holds: the short text, or a mapping when it has free text. */
export function toFieldValue(field: Field): FieldValue {
  const { description } = field;
  const long = longDefault(field);
  const type = [...typeParts(field), ...modifierParts(field)].join(':');
  if (description === undefined && long === undefined) return type;
  return {
    type,
    ...(long === undefined ? {} : { default: long }),
    ...(description === undefined ? {} : { description }),
  };
}

function typeParts(field: Field): readonly string[] {
  if (field.kind === 'scalar') return scalarParts(field.type);
  const side = { 'many-to-one': [], 'one-to-one': ['one'], 'many-to-many': ['many'] };
  return [field.target, ...side[field.cardinality]];
}

function scalarParts(type: ScalarType): readonly string[] {
  switch (type.name) {
    case 'string':
      return type.length === STRING_LENGTH ? ['string'] : ['string', String(type.length)];
    case 'decimal': {
      const isUsual = type.precision === DECIMAL.precision && type.scale === DECIMAL.scale;
      return isUsual ? ['decimal'] : ['decimal', `${String(type.precision)},${String(type.scale)}`];
    }
    case 'enum':
      return ['enum', type.values.join(',')];
    default:
      return [type.name];
  }
}

function modifierParts(field: Field): readonly string[] {
  const isMany = field.kind === 'relation' && field.cardinality === 'many-to-many';
  return [
    ...(field.optional && !isMany ? ['optional'] : []),
    ...(field.unique && field.kind === 'scalar' ? ['unique'] : []),
    ...(['index', 'private', 'readonly'] as const).filter((flag) => field[flag]),
    ...(field.kind === 'scalar' ? scalarModifiers(field) : relationModifiers(field)),
    ...(field.was === undefined ? [] : [`was=${field.was}`]),
  ];
}

function scalarModifiers({ default: given, min, max }: Scalar): readonly string[] {
  const text = shortDefault(given);
  return [
    ...(text === undefined ? [] : [`default=${text}`]),
    ...(min === undefined ? [] : [`min=${min}`]),
    ...(max === undefined ? [] : [`max=${max}`]),
  ];
}

function relationModifiers(field: Relation): readonly string[] {
  const isUsual =
    field.cardinality === 'many-to-many' || field.onDelete === defaultOnDelete(field.optional);
  return [
    ...(isUsual ? [] : [field.onDelete]),
    ...(field.otherSide === undefined ? [] : [`as=${field.otherSide}`]),
  ];
}

function shortDefault(given: FieldDefault | undefined): string | undefined {
  if (given === undefined || given.kind !== 'value') return given?.kind;
  return SHORT.test(given.text) ? given.text : undefined;
}

function longDefault(field: Field): string | undefined {
  if (field.kind !== 'scalar' || field.default?.kind !== 'value') return undefined;
  return SHORT.test(field.default.text) ? undefined : field.default.text;
}
