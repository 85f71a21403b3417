import { fileURLToPath } from 'node:url';
import { runFuzz } from '../fuzz/run.ts';

const FOLDER = fileURLToPath(new URL('../fuzz', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../.cache/reconcile', import.meta.url));

describe('merges of random wiring files', () => {
  it('are right in the eyes of Python, and keep the four laws', () => {
    const { verdicts, brokenLaws } = runFuzz(700_000, 600, FOLDER, CACHE);
    const conflicts = verdicts.filter(({ verdict }) => verdict === 'conflict').length;
    const readable = verdicts.filter(({ verdict }) => verdict !== 'unreadable').length;
    process.stdout.write(`fuzz: ${readable} readable, ${conflicts} conflicts\n`);
    expect(verdicts.filter(({ verdict }) => verdict === 'WRONG')).toEqual([]);
    expect(brokenLaws).toEqual([]);
    expect(conflicts / readable).toBeLessThan(0.25);
  }, 120_000);
});
