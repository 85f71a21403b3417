import { commitFiles, type FileWrite } from '@hut/commit';
import { HutError } from '@hut/errors';
import type { PlannedRun } from './planned-run.ts';
import { toReport, type Report } from './report.ts';
import type { Settled } from './settle.ts';
import { toFileWrites } from './to-file-writes.ts';
import type { Verification } from './verify/verify-writes.ts';
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
  /** Looks at what would be written, if anything, when all is decided; throws to stop it. */
  readonly check?: (planned: PlannedWrites) => void | Promise<void>;
  /** The checks of the project that what would be written has to pass, a dry run's too. */
  readonly verification?: Verification | null;
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
  verification = null,
}: SettledRun): Promise<Report> {
  const writes = [...toFileWrites(plan.workspace, settled), ...plan.others, ...foreign];
  const report = toReport(plan, settled, { command, writes });
  const planned = { workspace: plan.workspace, report, writes };
  await check?.(planned);
  if (writes.length === 0) return report;
  if (dryRun) return verifyPlanned(planned, plan, verification);
  if (confirm === undefined && !yes) refuseLoss(report);
  await confirm?.(report);
  const verified = await verifyPlanned(planned, plan, verification);
  commitFiles(plan.workspace.root, { command, files: writes, about: plan.about });
  return { ...verified, written: true };
}

/** Has what would be written checked, and says so in the report. */
async function verifyPlanned(
  { workspace, report, writes }: PlannedWrites,
  plan: PlannedRun,
  verification: Verification | null,
): Promise<Report> {
  if (verification === null || hasOpenConflict(report)) return report;
  const project = plan.checks();
  if (project === null) return report;
  // Loaded late: few runs ask for it.
  const { verifyWrites } = await import('./verify/verify-writes.ts');
  await verifyWrites({ ...verification, ...project, root: workspace.root, writes });
  return { ...report, verified: verification.level };
}

/** A conflict that nobody decided: there is no text yet that could be checked. */
function hasOpenConflict({ changes }: Report): boolean {
  return changes.some(({ action, answer }) => action === 'conflict' && answer === undefined);
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
