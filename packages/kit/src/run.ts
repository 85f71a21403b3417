import { checkUnchanged } from '@hut/commit';
import { commitSettled, type SettledRun } from './commit-settled.ts';
import type { PlannedRun } from './planned-run.ts';
import type { Report } from './report.ts';
import { settle, type AskConflict, type ConflictPolicy, type Settled } from './settle.ts';

interface RunInput extends Omit<SettledRun, 'settled'> {
  readonly policy: ConflictPolicy;
  readonly ask: AskConflict | null;
}

/**
 *     plan -> settled -> report -> commit
 *
 * Decides everything first, then writes all or nothing. Throws HutError; after one nothing is written.
 */
export async function run({ policy, ask, ...input }: RunInput): Promise<Report> {
  const { plan, dryRun } = input;
  // A conflict may be half of what another command writes at this moment.
  if (plan.changes.some(({ action }) => action === 'conflict'))
    checkUnchanged(plan.workspace.root, plan.others);
  const isOpen = dryRun && (policy === 'ask' || policy === 'stop');
  const settled = isOpen ? unsettled(plan) : await settle(plan.changes, policy, ask);
  return commitSettled({ ...input, settled });
}

/** A dry run shows conflicts as conflicts, unless it was told how to decide them. */
function unsettled({ changes }: PlannedRun): readonly Settled[] {
  return changes.map((change) => ({ change, answer: null }));
}
