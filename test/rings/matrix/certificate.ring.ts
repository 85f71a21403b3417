/** Any two options meet in some project of the matrix, and docs/matrix.md says so of the generators that there are. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { printCertificate } from '../../matrix/certificate.ts';
import { complete } from '../../matrix/complete.ts';
import { toStructure } from '../../matrix/factor.ts';
import { ask, factors, matrix } from '../../matrix/matrix.ts';
import { shuffled, toRandom } from '../../matrix/to-random.ts';
import { verify } from '../../matrix/verify.ts';

const page = join(import.meta.dirname, '../../../docs/matrix.md');
const structure = toStructure(factors);
const constraints = [...structure, ...matrix.refused.map(({ constraint }) => constraint)];

it('docs/matrix.md is written anew by `npm run matrix` when a generator has changed', async () => {
  const options = { ...(await resolveConfig(page)), filepath: page };
  const text = await format(printCertificate(factors, matrix), options);
  if (process.env.WRITE === '1') writeFileSync(page, text);
  expect(readFileSync(page, 'utf8')).toBe(text);
});

it('no pair is missing, and no row is one that may not be', () => {
  expect(verify({ factors, constraints }, matrix.rows)).toMatchObject({ missing: [], broken: [] });
});

it('the product takes every row', () => {
  expect(matrix.rows.map(ask).filter((refusal) => refusal !== null)).toEqual([]);
});

it('the product refuses whatever has what a constraint forbids', () => {
  const below = toRandom(7);
  for (const { constraint } of matrix.refused) {
    const others = constraints.filter((one) => one !== constraint);
    for (let sample = 0; sample < 10; sample++) {
      const prefer = (_: number, levels: readonly number[]) => shuffled(levels, below);
      const row = complete({ factors, constraints: others }, constraint, prefer);
      if (row !== null) expect([row, ask(row)]).toEqual([row, expect.any(String)]);
    }
  }
});

it('one row less would be noticed', () => {
  expect(verify({ factors, constraints }, matrix.rows.slice(1)).missing.length).toBeGreaterThan(0);
});
