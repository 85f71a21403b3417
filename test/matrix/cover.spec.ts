/** The generator of the matrix, on problems so small that every row there is can be listed. */
import fc from 'fast-check';
import {
  choicesOf,
  hasAll,
  partsOf,
  toStructure,
  type Constraint,
  type Factor,
  type Row,
} from './factor.ts';
import { cover } from './cover.ts';
import { pairsAmong } from './pair.ts';
import { verify } from './verify.ts';

interface Problem {
  readonly factors: readonly Factor[];
  readonly laws: readonly Constraint[];
}

const problems = fc
  .array(fc.record({ count: fc.integer({ min: 1, max: 4 }), within: fc.option(fc.nat(4)) }), {
    minLength: 2,
    maxLength: 6,
  })
  .chain((sizes) => {
    const factors = sizes.map(({ count, within }, index): Factor => {
      const levels = Array.from({ length: count }, (_, level) => ({
        name: String(level),
        value: level || undefined,
      }));
      const outer = within === null ? undefined : sizes.slice(0, index)[within];
      return { path: [String(index)], levels, ...(outer?.within === null && { within: within! }) };
    });
    const part = fc
      .nat(factors.length - 1)
      .chain((factor) => fc.tuple(fc.constant(factor), fc.nat(factors[factor]!.levels.length - 1)));
    const law = fc.uniqueArray(part, {
      minLength: 1,
      maxLength: 3,
      selector: ([factor]) => factor,
    });
    return fc.record({ factors: fc.constant(factors), laws: fc.array(law, { maxLength: 3 }) });
  });

function everyRow({ factors }: Problem): readonly Row[] {
  return factors.reduce<readonly Row[]>(
    (rows, factor) => rows.flatMap((row) => choicesOf(factor).map((level) => [...row, level])),
    [[]],
  );
}

const isSound = (row: Row, constraints: readonly Constraint[]): boolean =>
  !constraints.some((one) => hasAll(row, one));

it('finds what is forbidden by asking, and leaves no pair out that any row has', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { factors, laws } = problem;
      const structure = toStructure(factors);
      const all = everyRow(problem).filter((row) => isSound(row, [...structure, ...laws]));
      fc.pre(all.length > 0);
      const { rows, refused } = cover(factors, (row) => (isSound(row, laws) ? null : 'no'));
      const possible = new Set(all.flatMap((row) => pairsAmong(partsOf(row))));
      expect(rows.filter((row) => !isSound(row, [...structure, ...laws]))).toEqual([]);
      expect(new Set(rows.flatMap((row) => pairsAmong(partsOf(row))))).toEqual(possible);
      const constraints = [...structure, ...refused.map(({ constraint }) => constraint)];
      expect(verify({ factors, constraints }, rows)).toMatchObject({
        possible: possible.size,
        missing: [],
        broken: [],
      });
    }),
    { seed: 1, numRuns: 100 },
  );
});
