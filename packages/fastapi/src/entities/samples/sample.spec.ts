import fc from 'fast-check';
import { parseField, type Entity, type Scalar } from '@hut/blueprint';
import { openScope } from '../python-scope.ts';
import { toSample } from './sample.ts';

const entity = (field: Scalar): Entity => ({
  name: 'Article',
  fields: [field],
  unique: [],
  index: [],
  layers: ['endpoint'],
  endpoint: { paginate: 'offset', embed: [] },
});
const sampleOf = (text: string) => {
  const field = parseField(text) as Scalar;
  return toSample(field, entity(field));
};
const storedOf = (text: string): string =>
  sampleOf(text).stored({ scope: openScope([]), enumClass: 'Kind' });

/** The length of what `"a" * 20` and `"http://" + "a"` are. */
function lengthOf(code: string): number {
  return code
    .split(' + ')
    .map((part) => /^"(.*)"(?: \* (\d+))?$/u.exec(part)!)
    .reduce((sum, [, text, times = '1']) => sum + text!.length * Number(times), 0);
}

describe('texts', () => {
  it('are readable where there is room', () => {
    expect(sampleOf('first_name:string:120')).toMatchObject({
      given: '"First name"',
      changed: '"Another first name"',
      refused: ['None', '"x" * 121', '"\\0"'],
    });
    expect(storedOf('first_name:string:120')).toBe('f"First name {number}"');
    expect(sampleOf('mail:email')).toMatchObject({ given: '"mail@example.org"' });
    expect(storedOf('home:url')).toBe('f"https://example.org/home-{number}"');
  });

  it('fill any bounds, and what is refused stands just outside of them', () => {
    const bounds = fc
      .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 300 }))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const types = fc.constantFrom('text', 'slug');
    fc.assert(
      fc.property(types, bounds, (type, [least, most]) => {
        const longest = type === 'slug' ? Math.min(most, 255) : most;
        fc.pre(least <= longest);
        const field = `word:${type}:min=${String(least)}:max=${String(most)}`;
        const { given, changed, refused } = sampleOf(field);
        for (const code of [given, changed]) {
          expect(lengthOf(code)).toBeGreaterThanOrEqual(least);
          expect(lengthOf(code)).toBeLessThanOrEqual(longest);
        }
        expect(given).not.toBe(changed);
        const lengths = refused.filter((code) => code.startsWith('"x')).map(lengthOf);
        expect(lengths).toContain(longest + 1);
      }),
    );
  });
});

describe('numbers', () => {
  it('lie within their bounds, and those that are refused outside', () => {
    const bounds = fc
      .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 }))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const types = fc.constantFrom('int', 'bigint', 'float', 'decimal:8,2');
    fc.assert(
      fc.property(types, bounds, (type, [least, most]) => {
        const field = `size:${type}:min=${String(least)}:max=${String(most)}`;
        const { given, changed, refused } = sampleOf(field);
        const isWithin = (code: string): boolean => {
          const value = Number(code.replaceAll('"', ''));
          return value >= least && value <= most;
        };
        expect([given, changed].every(isWithin)).toBe(true);
        const numbers = refused.filter((code) => /^"?-?\d+(?:\.\d{1,2})?"?$/u.test(code));
        expect(numbers.some(isWithin)).toBe(false);
        expect(numbers.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('that are unique are counted behind the two that requests say', () => {
    expect(storedOf('size:int:unique')).toBe('2 + number');
    expect(sampleOf('size:int:unique')).toMatchObject({ given: '0', changed: '1' });
    expect(storedOf('size:int:unique:min=-5:max=10')).toBe('-3 + number % 14');
    expect(storedOf('price:decimal:8,2:unique')).toBe(
      'Decimal("0.02") + Decimal(number).scaleb(-2)',
    );
  });
});

describe('an enum', () => {
  it('changes from its first value to its last, if it has two', () => {
    expect(storedOf('kind:enum:a,b')).toBe('Kind.A');
    expect(sampleOf('kind:enum:a,b')).toMatchObject({ changed: '"b"', isDistinct: true });
    expect(sampleOf('kind:enum:a')).toMatchObject({ changed: '"a"', isDistinct: false });
  });
});
