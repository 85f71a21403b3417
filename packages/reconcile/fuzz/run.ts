import { mergeTexts } from '../src/merge-texts.ts';
import { judgeAll, type Judged, type Verdict } from './oracle.ts';
import { drawTriple, type Triple } from './triples.ts';

/** What came of a run. */
export interface FuzzReport {
  readonly verdicts: readonly Verdict[];
  /** The laws that a case broke, in words. */
  readonly brokenLaws: readonly string[];
  /** Milliseconds of each merge, sorted. */
  readonly times: readonly number[];
}

/** Merges `count` cases from `seed` on, checks the four laws on each and has the results judged. */
export function runFuzz(seed: number, count: number, folder: string, cache: string): FuzzReport {
  const times: number[] = [];
  const brokenLaws: string[] = [];
  const cases: Judged[] = [];
  for (let at = seed; at < seed + count; at++) {
    const triple = drawTriple(at);
    const started = performance.now();
    const result = merge(triple, triple.base, triple.mine, triple.next);
    times.push(performance.now() - started);
    cases.push({ ...triple, result });
    brokenLaws.push(...checkLaws(triple, result));
  }
  times.sort((a, b) => a - b);
  return { verdicts: judgeAll(cases, folder, cache), brokenLaws, times };
}

function merge({ path }: Triple, base: string, mine: string, next: string): string | null {
  const merged = mergeTexts(path, base, mine, next);
  return merged.ok ? merged.text : null;
}

function checkLaws(triple: Triple, result: string | null): readonly string[] {
  const { base, mine, next, seed } = triple;
  const laws: readonly (readonly [string, string | null, string])[] = [
    ['merge(b, b, n) = n', merge(triple, base, base, next), next],
    ['merge(b, m, b) = m', merge(triple, base, mine, base), mine],
    ['merge(b, m, m) = m', merge(triple, base, mine, mine), mine],
    ['merge(n, r, n) = r', result === null ? '' : merge(triple, next, result, next), result ?? ''],
  ];
  return laws.filter(([, is, shall]) => is !== shall).map(([law]) => `seed ${seed}: ${law}`);
}
