import type { Scalar, ScalarTypeName } from '@hut/blueprint';
import type { PythonScope } from './python-scope.ts';

type Annotation = (scope: PythonScope) => string;

/** What a type of the field table is in Python. */
interface TypeRow {
  /** What an attribute of a record holds. */
  readonly held: Annotation;
  /** What a request may say; what the field bounds comes on top. */
  readonly asked: Annotation;
  /** What answers show, when it is not what is held. */
  readonly shown?: Annotation;
  /** What lists are filtered by, when it is not what a request may say; null for what is not compared. */
  readonly compared?: Annotation | null;
}

const plain =
  (name: string): Annotation =>
  () =>
    name;
const checked =
  (name: string): Annotation =>
  (scope) =>
    scope.use('app.core.fields', name);
const time =
  (name: string): Annotation =>
  (scope) =>
    `${scope.useModule('datetime', 'dt')}.${name}`;
const decimal: Annotation = (scope) => scope.use('decimal', 'Decimal');
const uuid: Annotation = (scope) => `${scope.useModule('uuid')}.UUID`;
const json: Annotation = (scope) => {
  const any = scope.use('typing', 'Any');
  return `dict[str, ${any}] | list[${any}]`;
};

const TYPES: Readonly<Record<Exclude<ScalarTypeName, 'enum'>, TypeRow>> = {
  string: { held: plain('str'), asked: checked('Text') },
  text: { held: plain('str'), asked: checked('Text'), compared: null },
  email: { held: plain('str'), asked: checked('Email') },
  url: { held: plain('str'), asked: checked('Url'), compared: checked('Text') },
  slug: { held: plain('str'), asked: checked('Slug'), compared: checked('Text') },
  int: { held: plain('int'), asked: checked('Int32') },
  bigint: { held: plain('int'), asked: checked('Int64') },
  float: { held: plain('float'), asked: (scope) => scope.use('pydantic', 'FiniteFloat') },
  decimal: { held: decimal, asked: decimal },
  bool: { held: plain('bool'), asked: plain('bool') },
  date: { held: time('date'), asked: time('date') },
  datetime: { held: time('datetime'), asked: checked('Moment') },
  time: { held: time('time'), asked: checked('TimeOfDay') },
  uuid: { held: uuid, asked: uuid },
  json: { held: json, asked: checked('Json'), compared: null },
  bytes: {
    held: plain('bytes'),
    asked: checked('Base64'),
    shown: checked('Base64Out'),
    compared: null,
  },
};

/** What a field needs to be said in Python: the scope of the file, and the class of its values when it is an enum. */
export interface Saying {
  readonly scope: PythonScope;
  readonly enumClass: string;
}

/** The annotation of a record's attribute, without what makes it optional. */
export function heldType({ type }: Scalar, { scope, enumClass }: Saying): string {
  return type.name === 'enum' ? enumClass : TYPES[type.name].held(scope);
}

/** The annotation of a field of a request, without its bounds. */
export function askedType(field: Scalar, { scope, enumClass }: Saying): string {
  const { type } = field;
  if (type.name === 'enum') return enumClass;
  return hasOwnBounds(field) ? 'int' : TYPES[type.name].asked(scope);
}

/** The annotation of a field of an answer. */
export function shownType(field: Scalar, saying: Saying): string {
  const { type } = field;
  const shown = type.name === 'enum' ? undefined : TYPES[type.name].shown;
  return shown === undefined ? heldType(field, saying) : shown(saying.scope);
}

/** The annotation of a filter; undefined for what lists are not filtered by. */
export function comparedType({ type }: Scalar, { scope, enumClass }: Saying): string | undefined {
  if (type.name === 'enum') return enumClass;
  const { asked, compared = asked } = TYPES[type.name];
  return compared?.(scope);
}

/** Whether lists can be filtered and sorted by a field. */
export function isComparable({ type }: Scalar): boolean {
  return type.name === 'enum' || TYPES[type.name].compared !== null;
}

/** Of two bounds Pydantic keeps the one in the type, so a number with bounds of its own has a type without. */
export function hasOwnBounds({ type, min, max }: Scalar): boolean {
  const isWhole = type.name === 'int' || type.name === 'bigint';
  return isWhole && (min !== undefined || max !== undefined);
}
