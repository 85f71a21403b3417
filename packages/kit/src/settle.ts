import type { Change, Conflict } from '@hut/reconcile';
import { ConflictError } from './conflict-error.ts';

/** What becomes of a conflict: our text, the user's, or both with markers between them. */
export type Answer = 'next' | 'mine' | 'markers';

/** What to do with conflicts: ask, refuse all, or one answer for all. */
export type ConflictPolicy = 'ask' | 'stop' | Answer;

/** Asks a person about one conflict. `all` is the same answer for every one that remains. */
export type AskConflict = (
  conflict: Conflict,
  remaining: number,
) => Promise<{ answer: Answer; all: boolean }>;

/** A change and, where it was a conflict, the answer that it was given. */
export interface Settled {
  readonly change: Change;
  readonly answer: Answer | null;
}

/**
 * Decides every change before anything is written.
 * Throws HutError `conflict` (exit code 2) when a conflict remains and nobody is there to ask.
 */
export async function settle(
  changes: readonly Change[],
  policy: ConflictPolicy,
  ask: AskConflict | null,
): Promise<readonly Settled[]> {
  const conflicts = changes.filter((change) => change.action === 'conflict');
  const answers = await answerAll(conflicts, policy, ask);
  return changes.map((change) => ({ change, answer: answers.get(change.path) ?? null }));
}

async function answerAll(
  conflicts: readonly Conflict[],
  policy: ConflictPolicy,
  ask: AskConflict | null,
): Promise<ReadonlyMap<string, Answer>> {
  if (policy !== 'ask' && policy !== 'stop') return answerBy(conflicts, policy);
  if (conflicts.length > 0 && (policy === 'stop' || ask === null))
    throw new ConflictError(conflicts);
  return askAll(conflicts, ask!);
}

/** Markers need a text on both sides: where one is missing, the user's side stays. */
function answerBy(conflicts: readonly Conflict[], answer: Answer): ReadonlyMap<string, Answer> {
  return new Map(conflicts.map((conflict) => [conflict.path, possible(conflict, answer)]));
}

function possible(conflict: Conflict, answer: Answer): Answer {
  return answer === 'markers' && conflict.markers === null ? 'mine' : answer;
}

/** Conflicts that say the same (one edit in many files) are asked once. */
async function askAll(
  conflicts: readonly Conflict[],
  ask: AskConflict,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const known = new Map<string, Answer>();
  for (const [index, conflict] of conflicts.entries()) {
    const same = JSON.stringify(conflict.hunks);
    const remembered = conflict.hunks.length > 0 ? known.get(same) : undefined;
    if (remembered !== undefined) {
      answers.set(conflict.path, remembered);
      continue;
    }
    const { answer, all } = await ask(conflict, conflicts.length - index);
    if (all) return new Map([...answers, ...answerBy(conflicts.slice(index), answer)]);
    known.set(same, answer);
    answers.set(conflict.path, possible(conflict, answer));
  }
  return answers;
}
