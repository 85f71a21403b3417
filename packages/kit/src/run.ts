import { commitFiles, type FileWrite } from '@hut/commit';
import type { Plan } from './plan-run.ts';
import { toReport, type Report } from './report.ts';
import { settle, type AskConflict, type ConflictPolicy, type Settled } from './settle.ts';
import { toFileWrites } from './to-file-writes.ts';

interface RunInput {
  readonly plan: Plan;
  /** The command as typed: what the record of the run says. */
  readonly command: string;
  readonly policy: ConflictPolicy;
  readonly ask: AskConflict | null;
  /** Shown instead of committed. */
  readonly dryRun: boolean;
  /** Files of other generators in the same run: written with ours, or not at all. */
  readonly foreign?: readonly FileWrite[];
  /** Asks once whether to write what the report says; absent when nobody needs to be asked. */
  readonly confirm?: (report: Report) => Promise<void>;
}

/**
 *     plan -> settled -> report -> commit
 *
 * Decides everything first, then writes all or nothing. Throws HutError; after one nothing is written.
 */
export async function run({
  plan,
  command,
  policy,
  ask,
  dryRun,
  foreign = [],
  confirm,
}: RunInput): Promise<Report> {
  const settled = dryRun ? unsettled(plan) : await settle(plan.changes, policy, ask);
  const writes = [...toFileWrites(plan, settled), ...foreign];
  const report = toReport(plan, settled, { command, writes });
  if (dryRun || writes.length === 0) return report;
  await confirm?.(report);
  commitFiles(plan.workspace.root, { command, files: writes });
  return { ...report, written: true };
}

/** A dry run shows conflicts as conflicts. */
function unsettled({ changes }: Plan): readonly Settled[] {
  return changes.map((change) => ({ change, answer: null }));
}
