import { spliceBlueprint, writtenValue, type Splice } from '@hut/blueprint';
import fc from 'fast-check';
import { featureList } from './feature-list.ts';
import type { Asked } from './verb.ts';

const tills = featureList({ feature: 'till', option: 'tills' });
const banks = featureList({ feature: 'bank', option: 'banks', usual: ['own'] });

/** The features of a hut.yaml after what a command asks of it. */
function change(features: string, ask: (asked: Asked) => readonly Splice[]): string {
  const head = 'hut: 1\nname: shop\n';
  return spliceBlueprint(head + features, ask(askedOf(head + features))).slice(head.length);
}

/** What a command sees that finds this hut.yaml. */
function askedOf(hutYaml: string): Asked {
  const written = (path: readonly string[]) => writtenValue(hutYaml, path);
  return { args: [], values: {}, written } as unknown as Asked;
}

describe('one more item', () => {
  it.each([
    ['features: {}', ['north'], 'features:\n  till: { tills: [north] }'],
    ['features: { till: {} }', ['north'], 'features: { till: { tills: [north] } }'],
    [
      'features: { till: { tills: [b] } }',
      ['a', 'b', 'c'],
      'features: { till: { tills: [a, b, c] } }',
    ],
  ])('%s and %j make %s', (before, items, after) => {
    expect(change(before, (asked) => tills.add(asked, items))).toBe(after);
  });

  it('stands before the first greater one, and leaves comments and order alone', () => {
    const before = 'features:\n  till:\n    tills:\n      - zoo # the old one\n      - bar\n';
    const after = before.replace('- zoo', '- north\n      - zoo');
    expect(change(before, (asked) => tills.add(asked, ['north']))).toBe(after);
  });

  it.each([
    ['features: { bank: {} }', 'city', 'features: { bank: { banks: [city, own] } }'],
    ['features: { bank: {} }', 'own', 'features: { bank: {} }'],
    ['features: {}', 'city', 'features:\n  bank: { banks: [city] }'],
  ])('comes with what is usual, where only that was meant: %s and %s', (before, item, after) => {
    expect(change(before, (asked) => banks.add(asked, [item]))).toBe(after);
  });

  it('comes with other options of its feature', () => {
    expect(
      change('features: { till: {} }', (asked) => tills.add(asked, ['north'], { size: 2 })),
    ).toBe('features: { till: { size: 2, tills: [north] } }');
  });

  it('is taken out again with the bytes from before', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-d]{3,5}$/), { minLength: 2 });
    fc.assert(
      fc.property(words, fc.boolean(), ([item, ...items], isFlow) => {
        const rows = items.map((one) => `\n      - ${one} # of ${one}`).join('');
        const list = isFlow ? ` [${items.join(', ')}]` : rows;
        const before = `features:\n  till:\n    tills:${list}\n`;
        const longer = change(before, (asked) => tills.add(asked, [item!]));
        expect(change(longer, (asked) => tills.remove(asked, [item!]))).toBe(before);
      }),
    );
  });
});

describe('one less item', () => {
  it.each([
    [tills, 'features: { till: { tills: [own] } }', 'features: { till: {} }'],
    [banks, 'features: { bank: { size: 2 } }', 'features: {}'],
  ])(
    'leaves no empty list, and no feature where that meant what is usual',
    (list, before, after) => {
      expect(change(before, (asked) => list.remove(asked, ['own']))).toBe(after);
    },
  );
});

it('an item is found by its name', () => {
  const nameOf = (item: string): string => item.split('=')[0]!;
  const list = featureList({ feature: 'till', option: 'tills', nameOf });
  const asked = askedOf('features: { till: { tills: [north=1, south=2] } }');
  expect(list.find(asked, 'south')).toBe('south=2');
  expect(list.find(asked, 'so')).toBeUndefined();
});
