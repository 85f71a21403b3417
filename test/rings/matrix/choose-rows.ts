import { createHash } from 'node:crypto';
import { runTool } from '@hut/testing';

/** Which projects pass all checks: `EVERY=1` all, `ROW=3,7` these, else `ROWS=2` of them, chosen by the commit. */
export function chooseRows(count: number): readonly number[] {
  const { EVERY, ROW, ROWS = '2' } = process.env;
  const all = Array.from({ length: count }, (_, index) => index + 1);
  if (EVERY === '1') return all;
  if (ROW !== undefined) return ROW.split(',').map(Number);
  const commit = findCommit();
  const rankOf = (row: number): string =>
    createHash('sha256').update(`${commit} ${row}`).digest('hex');
  return all
    .toSorted((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1))
    .slice(0, Number(ROWS));
}

/** Whoever owns the checkout. */
function findCommit(): string {
  const words = ['-c', 'safe.directory=*', 'rev-parse', 'HEAD'];
  return runTool('git', words, process.cwd(), 'apt-get install git').trim();
}
