import { commitFiles, type FileWrite } from '@hut/commit';
import { HutError } from '@hut/errors';
import type { PlannedRun } from './planned-run.ts';
import { toReport, type Report } from './report.ts';
import type { Settled } from './settle.ts';
import { toFileWrites } from './to-file-writes.ts';
import type { Workspace } from './workspace.ts';

/** A plan whose conflicts are decided, and how it is carried out. */
export interface SettledRun {
  readonly plan: PlannedRun;
  readonly settled: readonly Settled[];
  /** The command as typed: what the record of the run says. */
  readonly command: string;
  /** Shown instead of committed. */
  readonly dryRun: boolean;
  /** Files of other generators in the same run: written with ours, or not at all. */
  readonly foreign?: readonly FileWrite[];
  /** Asks once whether to write what the report says; absent when nobody needs to be asked. */
  readonly confirm?: (report: Report) => Promise<void>;
  /** Whether the person said beforehand that nothing is to be asked. */
  readonly yes: boolean;
  /** Looks at what would be written, when all is decided and nothing is written yet; throws to stop it. */
  readonly check?: (planned: PlannedWrites) => void | Promise<void>;
}

/** All that a decided run is about to write. */
export interface PlannedWrites {
  readonly workspace: Workspace;
  readonly report: Report;
  readonly writes: readonly FileWrite[];
}

/** Writes a settled plan, all of it or nothing, and reports it. Throws HutError. */
export async function commitSettled({
  plan,
  settled,
  command,
  dryRun,
  foreign = [],
  confirm,
  yes,
  check,
}: SettledRun): Promise<Report> {
  const writes = [...toFileWrites(plan.workspace, settled), ...plan.others, ...foreign];
  const report = toReport(plan, settled, { command, writes });
  if (dryRun || writes.length === 0) return report;
  if (confirm === undefined && !yes) refuseLoss(report);
  await confirm?.(report);
  await check?.({ workspace: plan.workspace, report, writes });
  commitFiles(plan.workspace.root, { command, files: writes, about: plan.about });
  return { ...report, written: true };
}

/** Nobody is there to be asked, and nobody said yes beforehand. */
function refuseLoss({ destructive }: Report): void {
  if (destructive.length === 0) return;
  throw new HutError({
    id: 'destructive',
    message: `The migration would lose what is stored: ${destructive.join('; ')}`,
    hint: 'Nothing was written. Run it again with --yes when that is meant.',
  });
}
