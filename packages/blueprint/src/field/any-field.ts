import fc from 'fast-check';
import { parseField } from './parse-field.ts';
import { readField } from './read-field.ts';
import type { Field } from './field.ts';

const TYPES = [
  ['string', ['default=x', 'min=1', 'max=9', 'unique']],
  ['string:120', ['default=now', 'max=120', 'index']],
  ['text', ['min=3']],
  ['email', ['unique', 'max=80']],
  ['url', ['unique']],
  ['slug', ['default=first-post', 'unique']],
  ['int', ['min=-3', 'max=1000', 'default=7', 'index']],
  ['bigint', ['default=9007199254740993', 'unique']],
  ['float', ['min=0.5', 'default=1e3']],
  ['decimal:8,3', ['min=0.001', 'default=99.950']],
  ['decimal:10,2', ['max=100']],
  ['bool', ['default=false', 'index']],
  ['date', ['default=now', 'unique']],
  ['datetime', ['default=now', 'index']],
  ['time', ['default=now']],
  ['uuid', ['default=uuid', 'unique']],
  ['json', []],
  ['bytes', []],
  ['enum:draft,in-review,3', ['default=3', 'index']],
] as const;

const RELATIONS = [
  ['User', ['cascade', 'as=articles', 'index']],
  ['User', ['restrict']],
  ['Article', ['as=children']],
  ['User:one', ['as=profile', 'cascade']],
  ['Tag:many', ['as=articles']],
] as const;

const names = fc.constantFrom('title', 'price_2', 'author', 'x', 'published_on');
const flags = fc.subarray(['optional', 'private', 'readonly', 'was=before'] as const);

/** Fields that can be typed. For tests. */
export const anyTypedField: fc.Arbitrary<Field> = fc
  .tuple(names, fc.constantFrom(...TYPES, ...RELATIONS), flags)
  .chain(([name, [type, own], more]) =>
    fc
      .subarray<string>([...own])
      .map((some) => parseField([name, type, ...some, ...more].join(':'))),
  );

const free = fc.record({
  type: fc.constantFrom('string:200', 'text:optional', 'string:private'),
  default: fc.string({ unit: 'binary', maxLength: 30 }),
  description: fc.string({ unit: 'binary', maxLength: 60 }),
});

/** Fields with any text in default and description as well. For tests. */
export const anyField: fc.Arbitrary<Field> = fc.oneof(
  anyTypedField,
  fc.tuple(names, free).map(([name, value]) => readField(name, value)),
);
