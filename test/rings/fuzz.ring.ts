/** Merges of made-up wiring files, edited at random: Python judges every result, and the laws of a merge hold. */
import { join } from 'node:path';
import { runFuzz } from '../../packages/reconcile/fuzz/run.ts';

const cases = Number(process.env.MADE_UP_MERGES ?? 14_000);

describe('merges of made-up wiring files', () => {
  it('are none of them wrong in the eyes of Python, and keep the four laws', () => {
    const folder = join(process.cwd(), 'packages/reconcile/fuzz');
    const cache = join(process.cwd(), '.cache/reconcile');
    const { verdicts, brokenLaws, times } = runFuzz(1, cases, folder, cache);
    const count = (name: string) => verdicts.filter(({ verdict }) => verdict === name).length;
    const readable = cases - count('unreadable');
    const share = ((100 * count('conflict')) / readable).toFixed(1);
    process.stdout.write(
      `made-up files: ${readable} readable merges, ${count('right')} right, ${count('WRONG')} wrong, ${count('conflict')} conflicts (${share} %), median ${times[Math.floor(times.length / 2)]!.toFixed(1)} ms\n`,
    );
    expect(verdicts.filter(({ verdict }) => verdict === 'WRONG').slice(0, 5)).toEqual([]);
    expect(brokenLaws).toEqual([]);
    expect(readable).toBeGreaterThan(cases * 0.75);
  });
});
