import { clearFileState, setCommittedFile } from 'mem-fs-editor/state';
import { commitSettled } from '../commit-settled.ts';
import { confirmRunBy } from '../confirm-run.ts';
import { toGrowthSteps } from '../next-steps.ts';
import { toPlannedRun } from '../planned-run.ts';
import type { Report } from '../report.ts';
import { diskWorkspace } from '../workspace.ts';
import { decideRun, type Decided } from './decide-run.ts';
import { finalChanges } from './final-changes.ts';
import { findEnvWrite } from './find-env-write.ts';
import { resolveForeign, writeOutside } from './foreign-files.ts';
import { inEnvironment, isAsking, type Manner } from './manner.ts';
import { promptBy } from './prompt-by.ts';
import { say } from './say.ts';
import { sayReport } from './say-report.ts';
import { listPending, pathInProject } from './shared-files.ts';
import type { Project, SharedRun } from './shared-run.ts';
import { tellSteps } from './tell-steps.ts';

/**
 *     shared files -> our conflicts -> other generators' conflicts -> ONE commit -> nothing pending
 *                     (our asker)      (Yeoman's resolver)
 *
 * Decides everything first, then writes all or nothing. Yeoman calls it again when something came into the shared
 * files after the commit. Throws HutError, or the error of a person who left; then nothing is written.
 */
export async function commitRun(run: SharedRun, project: Project): Promise<void> {
  const { env, rendered } = run;
  const manner = inEnvironment(run.manner, env);
  const isAgain = run.report !== null && rendered === null;
  if (isAgain && listPending(env).length === 0) return;
  if (isAgain && manner.dryRun) return resolveForeign(env, () => true, manner);
  const decided = await decideRun(run, project, manner);
  const report = await writeDecided(run, project, manner, decided);
  if (project.isNew && report.written && run.report === null)
    run.setUp = { installer: decided.installer, git: manner.git, report };
  if (!project.isNew && report.written) run.next = toGrowthSteps(report, env.cwd);
  closeRun(run, project, report);
  await writeOutside(env, project.root);
}

async function writeDecided(
  run: SharedRun,
  { root, isNew }: Project,
  manner: Manner,
  { plan, rendered, answers, foreign }: Decided,
): Promise<Report> {
  const { env } = run;
  const disk = diskWorkspace(root);
  const local = findEnvWrite(plan);
  const read = (path: string) =>
    local !== null && path === '.env' ? { text: local.after, sha: local.before } : disk.read(path);
  const changes = finalChanges({ plan, rendered, answers });
  const asks = isAsking(manner, env) && !isNew;
  const report = await commitSettled({
    plan: toPlannedRun({
      ...plan,
      workspace: { ...disk, read },
      base: rendered.stored,
      changes,
    }),
    settled: changes.map((change) => ({ change, answer: answers.get(change.path) ?? null })),
    command: run.commands.join(' ; '),
    dryRun: manner.dryRun !== null,
    yes: manner.yes,
    foreign: [...foreign, ...(local === null ? [] : [local])],
    verification: manner.verify && { level: manner.verify, tell: tellSteps(env, manner) },
    ...(asks && { confirm: confirmRunBy(promptBy(env), (text) => say(env, text)) }),
  });
  sayReport(env, manner, { report, foreign, isShown: asks });
  return report;
}

/** The disk is what the shared files are now: the run begins again, should something be written after it. */
function closeRun(run: SharedRun, project: Project, report: Report): void {
  for (const file of listPending(run.env)) {
    if (pathInProject(project.root, file) === undefined) continue;
    if (report.written) setCommittedFile(file);
    clearFileState(file);
  }
  run.report = report;
  run.rendered = null;
  run.amendments = [];
  run.commands = [];
  run.project = { ...project, from: null };
}
