import fc from 'fast-check';
import { anyField, anyTypedField } from './any-field.ts';
import { parseField } from './parse-field.ts';
import { printField, toFieldValue } from './print-field.ts';
import { readField } from './read-field.ts';

describe('printField', () => {
  it('prints what parseField reads back', () => {
    fc.assert(
      fc.property(anyTypedField, (field) => {
        expect(parseField(printField(field))).toEqual(field);
      }),
    );
  });

  it('writes no more than what was decided', () => {
    for (const text of ['title:string', 'price:decimal', 'author:User:optional', 'tags:Tag:many']) {
      expect(printField(parseField(text))).toBe(text);
    }
  });

  it('refuses free text, which belongs into hut.yaml', () => {
    const field = readField('a', { type: 'string', description: 'Shown in lists' });
    expect(() => printField(field)).toThrow('a: a description');
  });
});

describe('toFieldValue', () => {
  it('is what readField reads back, whatever stands in free text', () => {
    fc.assert(
      fc.property(anyField, (field) => {
        expect(readField(field.name, toFieldValue(field))).toEqual(field);
      }),
    );
  });
});
