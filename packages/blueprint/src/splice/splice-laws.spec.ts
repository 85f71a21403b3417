import { isPlainMap, valueAt } from '../plain/plain-map.ts';
import fc from 'fast-check';
import { parse } from 'yaml';
import { applySplice } from './apply-splice.ts';
import type { Path } from '../mistake.ts';
import { spliceBlueprint } from './splice-blueprint.ts';
import type { Splice } from './splice.ts';

/** How a person may have laid a document out. */
interface Layout {
  readonly indent: number;
  readonly lineBreak: string;
  readonly mark: string;
  readonly finalBreak: boolean;
  /** Drawn from once per line: what stands around it. */
  readonly oddities: readonly number[];
}

type Lines = readonly string[];

const NAMES = ['Account', 'Bill', 'Cart', 'Order', 'Zone'] as const;
const IDS = ['auth', 'cache', 'docker', 'lint'] as const;
const FIELDS = ['title', 'body', 'price', 'author', 'was_it'] as const;
const TEXTS = ['string:120', 'decimal:10,2', 'none: yet', '# no comment', 'it\'s "odd"', '', 'yes'];

const layout: fc.Arbitrary<Layout> = fc.record({
  indent: fc.constantFrom(2, 4, 3),
  lineBreak: fc.constantFrom('\n', '\n', '\r\n'),
  mark: fc.constantFrom('', '', '\uFEFF'),
  finalBreak: fc.boolean(),
  oddities: fc.array(fc.nat(19), { minLength: 7, maxLength: 23 }),
});

const text = fc.constantFrom(...TEXTS);
const fields = fc.dictionary(fc.constantFrom(...FIELDS), text, {
  maxKeys: 4,
  noNullPrototype: true,
});
const options = fc.oneof(
  fc.constant({}),
  fc.record({ providers: fc.subarray(['github', 'google', 'x y']), path: text }),
);

const data = fc.record(
  {
    features: fc.dictionary(fc.constantFrom(...IDS), options, { noNullPrototype: true }),
    entities: fc.dictionary(
      fc.constantFrom(...NAMES),
      fc.record({ fields, layers: fc.constant('endpoint') }, { requiredKeys: [] }),
      { noNullPrototype: true },
    ),
    services: fc.subarray(['Mail', 'Payment', 'Tax']),
    description: text,
  },
  { requiredKeys: [] },
);

function printOdd(value: Readonly<Record<string, unknown>>, style: Layout): string {
  let turn = 0;
  const draw = () => style.oddities[turn++ % style.oddities.length]!;
  const lines = printOddMap(value, 0, style.indent, draw);
  const all = ['# a header', 'hut: 1', 'name:   "shop" # of ours', ...lines];
  return style.mark + all.join(style.lineBreak) + (style.finalBreak ? style.lineBreak : '');
}

function printOddMap(value: object, column: number, step: number, draw: () => number): Lines {
  const pad = ' '.repeat(column);
  return Object.entries(value).flatMap(([key, child]) => {
    const name = draw() < 2 ? JSON.stringify(key) : key;
    const above =
      [[], [''], [`${pad}# about ${key}`], ['', `${pad}# about ${key}`, '# far']][draw()] ?? [];
    return [...above, ...printOddPair(`${pad}${name}`, child, column + step, step, draw)];
  });
}

function printOddPair(
  start: string,
  child: unknown,
  column: number,
  step: number,
  draw: () => number,
): Lines {
  const note = draw() < 3 ? '   # note: { x }' : '';
  const isFilled = isPlainMap(child) && Object.keys(child).length > 0;
  const turn = draw();
  if (isFilled && turn > 4) return [`${start}:${note}`, ...printOddMap(child, column, step, draw)];
  if (isFilled && turn < 2)
    return [`${start}: {`, ...flowLines(child, column), `${' '.repeat(column)}}${note}`];
  if (Array.isArray(child) && child.length > 0 && turn > 10) {
    return [
      `${start}:${note}`,
      ...child.map((item) => `${' '.repeat(column)}- ${JSON.stringify(item)}`),
    ];
  }
  if (typeof child === 'string' && turn > 15 && child !== '') {
    return [`${start}: |-`, `${' '.repeat(column)}${child}`];
  }
  if (isPlainMap(child) && !isFilled && turn < 4) return [`${start}:${note}`];
  const quoted = JSON.stringify(child).replaceAll(/([{,:])(?=["[{])/gu, '$1 ');
  return [`${start}: ${quoted}${note}`];
}

function flowLines(child: object, column: number): Lines {
  const pad = ' '.repeat(column);
  return Object.entries(child).map(([key, value]) => `${pad}${key}: ${JSON.stringify(value)},`);
}

const path: fc.Arbitrary<Path> = fc.oneof(
  fc.constantFrom(...IDS).map((id) => ['features', id]),
  fc.constantFrom(...NAMES).map((name) => ['entities', name]),
  fc
    .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...FIELDS))
    .map(([n, f]) => ['entities', n, 'fields', f]),
  fc.constantFrom(['entities', 'Order', 'layers'], ['features', 'auth', 'path'], ['description']),
);
const value = (at: Path) => {
  if (at.length === 4 || at.at(-1) === 'path' || at[0] === 'description') return text;
  if (at.at(-1) === 'layers') return fc.constantFrom('model', ['model', 'endpoint']);
  return at[0] === 'features' ? options : fc.record({ fields, layers: fc.constant('schema') });
};
const list = fc.constantFrom<Path>(['services'], ['features', 'auth', 'providers']);
const item = fc.constantFrom('Mail', 'Audit', 'google', 'Zoo: 1', 'a, b');

const splice: fc.Arbitrary<Splice> = fc.oneof(
  path.chain((at) => value(at).map((put) => ({ set: at, value: put }))),
  path.map((at) => ({ remove: at })),
  fc.tuple(list, item).map(([at, put]) => ({ add: at, item: put })),
  fc.tuple(list, item).map(([at, put]) => ({ drop: at, item: put })),
);

const runs = { numRuns: Number(process.env['SPLICE_RUNS'] ?? 400) };

/** null and an empty map are one to a reader. */
function parsed(source: string): unknown {
  return JSON.parse(JSON.stringify(parse(source)).replaceAll(':null', ':{}'));
}

function linesOf(source: string): Lines {
  return source.split('\n');
}

/** How many lines in the middle differ, of each of two texts. */
function differing(before: Lines, after: Lines): readonly [number, number] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const rest = Math.min(before.length, after.length) - head;
  while (tail < rest && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [before.length - head - tail, after.length - head - tail];
}

describe('every splice of every odd document', () => {
  it('leaves data that are the edit applied to the data', () => {
    fc.assert(
      fc.property(data, layout, splice, (value, style, edit) => {
        const before = printOdd(value, style);
        const after = spliceBlueprint(before, [edit]);
        const expected = applySplice(parsed(before) as never, edit);
        expect(parsed(after)).toEqual(JSON.parse(JSON.stringify(expected)));
      }),
      runs,
    );
  });

  it('keeps byte order mark, line ends and the end of the file', () => {
    fc.assert(
      fc.property(data, layout, splice, (value, style, edit) => {
        const after = spliceBlueprint(printOdd(value, style), [edit]);
        expect(after.startsWith('\uFEFF')).toBe(style.mark !== '');
        expect(after.endsWith('\n')).toBe(style.finalBreak);
        expect(
          linesOf(after)
            .slice(0, -1)
            .every((line) => line.endsWith('\r')),
        ).toBe(style.lineBreak === '\r\n');
      }),
      runs,
    );
  });

  it('touches no line but that of the new key, and that of a map it opens', () => {
    fc.assert(
      fc.property(
        data,
        layout,
        path.chain((at) => fc.tuple(fc.constant(at), value(at))),
        (value, style, [at, put]) => {
          const before = printOdd(value, style);
          fc.pre(valueAt(parsed(before), at) === undefined);
          const [gone] = differing(
            linesOf(before),
            linesOf(spliceBlueprint(before, [{ set: at, value: put }])),
          );
          expect(gone).toBeLessThanOrEqual(style.finalBreak ? 1 : 2);
        },
      ),
      runs,
    );
  });

  it('is undone byte for byte by taking the new key out again', () => {
    fc.assert(
      fc.property(
        data,
        layout,
        path.chain((at) => fc.tuple(fc.constant(at), value(at))),
        (value, style, [at, put]) => {
          const before = printOdd(value, style);
          const parent = valueAt(parsed(before), at.slice(0, -1));
          fc.pre(
            valueAt(parsed(before), at) === undefined &&
              isPlainMap(parent) &&
              Object.keys(parent).length > 0,
          );
          const after = spliceBlueprint(before, [{ set: at, value: put }]);
          expect(spliceBlueprint(after, [{ remove: at }])).toBe(before);
        },
      ),
      runs,
    );
  });

  it('keeps every comment when a key is set', () => {
    fc.assert(
      fc.property(
        data,
        layout,
        path.chain((at) => fc.tuple(fc.constant(at), value(at))),
        (value, style, [at, put]) => {
          const before = printOdd(value, style);
          fc.pre(valueAt(parsed(before), at) === undefined);
          const after = spliceBlueprint(before, [{ set: at, value: put }]);
          expect(commentsOf(after)).toBe(commentsOf(before));
        },
      ),
      runs,
    );
  });
});

function commentsOf(source: string): number {
  return source.match(/# (?:a header|of ours|about|far|note)/gu)?.length ?? 0;
}
