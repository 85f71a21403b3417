import { join } from 'node:path';
import { judgeAll, type Judged, type Verdict } from '../../../packages/reconcile/fuzz/oracle.ts';

/** A file that was edited, the command that came over it, and what became of it. */
export interface Case extends Omit<Judged, 'seed' | 'mine'> {
  /** Null for a file that the user deleted. */
  readonly mine: string | null;
  /** To the conflict, if it was one. */
  readonly answer: string | null;
  /** Whether the command exchanges words in edited lines, too. */
  readonly renames: boolean;
}

/** What Python says of each case: judge.py, which has nothing of the engine. */
export function judge(cases: readonly Case[]): readonly Verdict[] {
  const judged = cases.map((one, seed) => ({ ...one, seed }) as unknown as Judged);
  return judgeAll(judged, import.meta.dirname, join(process.cwd(), '.cache/reconcile'));
}
