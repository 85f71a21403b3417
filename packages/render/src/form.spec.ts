import { findMisfit, type Form } from './form.ts';
import { KINDS } from './kinds/kinds.ts';
import * as render from './render.ts';

const form: Form = {
  keys: {
    name: 'text',
    size: { optional: 'number' },
    tags: { listOf: { keys: { text: 'text' } } },
    owner: { orNull: 'text' },
    colour: { oneOf: ['red', 'blue'] },
    words: { mapOf: 'text' },
    code: { matching: /^[a-z]+$/, as: 'small letters' },
    either: { anyOf: ['text', 'flag'], as: 'a text or a flag' },
  },
};

const right = {
  ...{ name: '', tags: [{ text: 'x' }], owner: null, colour: 'red', words: { a: 'b' } },
  ...{ code: 'a', either: true },
};

it('nothing is wrong with what has the form', () => {
  expect(findMisfit(right, form, 'it')).toBeUndefined();
  expect(findMisfit({ ...right, size: 1, owner: 'me' }, form, 'it')).toBeUndefined();
});

it.each([
  [{ name: undefined }, 'it.name is missing: a text is meant'],
  [{ size: '1' }, 'it.size is "1": a number is meant'],
  [{ size: null }, 'it.size is null: a number is meant'],
  [{ tags: { text: 'x' } }, 'it.tags is a map: a list is meant'],
  [{ tags: [{ text: 'x' }, { text: 3 }] }, 'it.tags[1].text is 3: a text is meant'],
  [{ owner: undefined }, 'it.owner is missing: a text is meant'],
  [{ colour: 'green' }, 'it.colour is "green": one of red, blue is meant'],
  [{ words: { a: () => 'b' } }, 'it.words.a is a function: a text is meant'],
  [{ words: ['a'] }, 'it.words is a list: a map of keys and values is meant'],
  [{ words: Promise.resolve({}) }, 'it.words is a promise: a map of keys and values is meant'],
  [{ code: 'A' }, 'it.code is "A": small letters is meant'],
  [{ either: [] }, 'it.either is a list: a text or a flag is meant'],
  [{ color: 'red' }, 'it.color is no key that is known. Did you mean colour?'],
])('%j is told', (wrong, told) => {
  expect(findMisfit({ ...right, ...wrong }, form, 'it')).toBe(told);
});

it('what is no map has no keys', () => {
  expect(findMisfit([], form, 'it')).toBe('it is a list: a map of keys and values is meant');
});

it('each kind that there is stands among the kinds', () => {
  const exported = Object.entries(render).filter(([name]) => name.endsWith('Kind'));
  const kinds = exported.map(([, one]) => one).filter((one) => one !== render.defineKind);
  expect(new Set(KINDS)).toEqual(new Set(kinds));
});

it('each kind says what its items look like', () => {
  expect(KINDS.filter((kind) => kind.form === undefined)).toEqual([]);
});
