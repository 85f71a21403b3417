import fc from 'fast-check';
import { parse } from 'yaml';
import type { Path } from '../mistake.ts';
import { isPlainMap, valueAt } from '../plain/plain-map.ts';
import { applySplice } from './apply-splice.ts';
import { oddLayout, printOddDocument } from './odd-document.ts';
import { spliceBlueprint } from './splice-blueprint.ts';
import type { Splice } from './splice.ts';

const NAMES = ['Account', 'Bill', 'Cart', 'Order', 'Zone'] as const;
const IDS = ['auth', 'cache', 'docker', 'lint'] as const;
const FIELDS = ['title', 'body', 'price', 'author', 'was_it'] as const;
const SERVICES = ['Mail', 'Payment', 'Tax'];
const TEXTS = ['string:120', 'decimal:10,2', 'none: yet', '# no comment', 'it\'s "odd"', '', 'yes'];

const runs = { numRuns: Number(process.env['SPLICE_RUNS'] ?? 80) };
const real = { noNullPrototype: true } as const;

const text = fc.constantFrom(...TEXTS);
const fields = fc.dictionary(fc.constantFrom(...FIELDS), text, { maxKeys: 4, ...real });
const options = fc.oneof(
  fc.constant({}),
  fc.record({ providers: fc.subarray(['github', 'google', 'x y']), path: text }, real),
);
const entity = fc.record(
  { fields, layers: fc.constant('endpoint') },
  { requiredKeys: [], ...real },
);

const documents = fc.record(
  {
    features: fc.dictionary(fc.constantFrom(...IDS), options, real),
    entities: fc.dictionary(fc.constantFrom(...NAMES), entity, real),
    services: fc.subarray(SERVICES),
    description: text,
  },
  { requiredKeys: [], ...real },
);

const paths: fc.Arbitrary<Path> = fc.oneof(
  fc.constantFrom(...IDS).map((id) => ['features', id]),
  fc.constantFrom(...NAMES).map((name) => ['entities', name]),
  fc
    .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...FIELDS))
    .map(([name, field]) => ['entities', name, 'fields', field]),
  fc.constantFrom(['entities', 'Order', 'layers'], ['features', 'auth', 'path'], ['description']),
);

function valueFor(path: Path): fc.Arbitrary<unknown> {
  if (path.at(-1) === 'layers') return fc.constantFrom('model', ['model', 'endpoint']);
  if (path.length === 2) return path[0] === 'features' ? options : entity;
  return text;
}

const sets = paths.chain((set) => valueFor(set).map((value) => ({ set, value })));
const lists = fc.record({
  list: fc.constantFrom<Path>(['services'], ['features', 'auth', 'providers']),
  item: fc.constantFrom('Mail', 'Audit', 'google', 'Zoo: 1', 'a, b'),
});
const splices: fc.Arbitrary<Splice> = fc.oneof(
  sets,
  paths.map((rename) => ({ rename, to: 'renamed' })),
  paths.map((remove) => ({ remove })),
  lists.map(({ list, item }) => ({ add: list, item })),
  lists.map(({ list, item }) => ({ drop: list, item })),
);

/** What a reader makes of a text; nothing and an empty map are one. */
function read(source: string): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(parse(source)).replaceAll(':null', ':{}'));
}

/** A key can be renamed where it is, to a name that is free. */
function isPossible(text: string, splice: Splice): boolean {
  if (!('rename' in splice)) return true;
  const siblings = valueAt(read(text), splice.rename.slice(0, -1));
  const keys = isPlainMap(siblings) ? Object.keys(siblings) : [];
  return keys.includes(splice.rename.at(-1)!) && !keys.includes(splice.to);
}

/** How many lines of the first text stand between what it shares with the second at start and end. */
function countTouched(before: readonly string[], after: readonly string[]): number {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return before.length - head - tail;
}

function countComments(source: string): number {
  return source.match(/# (?:a header|of ours|about|far|note)/gu)?.length ?? 0;
}

describe('every splice of every odd document', () => {
  it('leaves data that are the edit applied to the data', () => {
    fc.assert(
      fc.property(documents, oddLayout, fc.array(splices), (document, layout, all) => {
        let text = printOddDocument(document, layout);
        for (const splice of all) {
          if (!isPossible(text, splice)) continue;
          const expected = applySplice(read(text), splice);
          text = spliceBlueprint(text, [splice]);
          expect(read(text)).toEqual(expected);
        }
      }),
      runs,
    );
  });

  it('keeps byte order mark, line ends and the last line break', () => {
    fc.assert(
      fc.property(documents, oddLayout, splices, (document, layout, splice) => {
        const before = printOddDocument(document, layout);
        fc.pre(isPossible(before, splice));
        const after = spliceBlueprint(before, [splice]);
        const lines = after.split('\n').slice(0, -1);
        expect(after.startsWith('\uFEFF')).toBe(layout.mark !== '');
        expect(after.endsWith('\n') || !layout.finalBreak).toBe(true);
        expect(lines.every((line) => line.endsWith('\r'))).toBe(layout.lineBreak === '\r\n');
      }),
      runs,
    );
  });

  it('touches, for a new key, no line but that of a map it opens, and no comment', () => {
    fc.assert(
      fc.property(documents, oddLayout, sets, (document, layout, splice) => {
        const before = printOddDocument(document, layout);
        fc.pre(valueAt(read(before), splice.set) === undefined);
        const after = spliceBlueprint(before, [splice]);
        const isUnended = layout.finalBreak ? 0 : 1;
        const touched = countTouched(before.split('\n'), after.split('\n'));
        expect(touched).toBeLessThanOrEqual(1 + isUnended);
        expect(countComments(after)).toBe(countComments(before));
      }),
      runs,
    );
  });

  it('is undone byte for byte by taking the new key out again', () => {
    fc.assert(
      fc.property(documents, oddLayout, sets, (document, layout, splice) => {
        const before = printOddDocument({ features: { z: {} }, ...document }, layout);
        const parent = valueAt(read(before), splice.set.slice(0, -1));
        const isNew = valueAt(read(before), splice.set) === undefined;
        fc.pre(isNew && isPlainMap(parent) && Object.keys(parent).length > 0);
        const after = spliceBlueprint(before, [splice]);
        expect(spliceBlueprint(after, [{ remove: splice.set }])).toBe(before);
      }),
      { numRuns: Math.ceil(runs.numRuns / 2) },
    );
  });
});
