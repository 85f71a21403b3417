import type { ScalarType } from './field.ts';

/** What the field table says about one type. */
export interface ScalarTypeRule {
  /** What `min=` and `max=` bound: the length of the text or the value of the number. */
  readonly bounds: 'length' | 'value' | 'none';
  /** Why it cannot be `unique` or `index`, if so. */
  readonly noKey?: string;
  readonly noUnique?: string;
}

/** The name of a type. */
export type ScalarTypeName = ScalarType['name'];

const LONG = 'is too long for an index in every database; use string:N';
const OPAQUE = 'cannot be compared in every database';

/** Every type of a field that holds a value, in the order of the documentation. */
export const SCALAR_TYPES: Readonly<Record<ScalarTypeName, ScalarTypeRule>> = {
  string: { bounds: 'length' },
  text: { bounds: 'length', noKey: LONG },
  email: { bounds: 'length' },
  url: { bounds: 'length' },
  slug: { bounds: 'length' },
  int: { bounds: 'value' },
  bigint: { bounds: 'value' },
  float: { bounds: 'value' },
  decimal: { bounds: 'value' },
  bool: { bounds: 'none', noUnique: 'has two values, so a unique one allows two rows' },
  date: { bounds: 'none' },
  datetime: { bounds: 'none' },
  time: { bounds: 'none' },
  uuid: { bounds: 'none' },
  json: { bounds: 'none', noKey: OPAQUE },
  bytes: { bounds: 'none', noKey: OPAQUE },
  enum: { bounds: 'none', noUnique: 'allows no more rows than it has values' },
};

/** Other names that are accepted. */
export const TYPE_ALIASES: Readonly<Record<string, ScalarTypeName>> = {
  str: 'string',
  dict: 'json',
};

/** Names that people bring from elsewhere, with how it is written here. */
export const TYPES_ELSEWHERE: Readonly<Record<string, string>> = {
  integer: 'int',
  smallint: 'int',
  number: 'int or decimal:10,2',
  money: 'decimal:10,2',
  currency: 'decimal:10,2',
  price: 'decimal:10,2',
  numeric: 'decimal:10,2',
  double: 'float',
  real: 'float',
  boolean: 'bool',
  varchar: 'string:120',
  char: 'string:1',
  timestamp: 'datetime',
  timestamptz: 'datetime',
  guid: 'uuid',
  uri: 'url',
  link: 'url',
  blob: 'bytes',
  binary: 'bytes',
  file: 'bytes, or url when it is stored elsewhere',
  image: 'url',
  jsonb: 'json',
  object: 'json',
  map: 'json',
  array: 'json, or Tag:many for a list of entities',
  list: 'json, or Tag:many for a list of entities',
  choice: 'enum:draft,published',
  select: 'enum:draft,published',
  foreignkey: 'the name of the entity, like User',
  reference: 'the name of the entity, like User',
  references: 'the name of the entity, like User',
  belongs_to: 'the name of the entity, like User',
  has_many: 'the name of the entity with many, like Tag:many',
};

/** All types as a message lists them. */
export const TYPE_LIST = `Types: ${Object.keys(SCALAR_TYPES).join(', ')}, or an entity like User, User:one, Tag:many.`;
