import type { FileWrite } from '@hut/commit';
import type { Plan } from '../plan-run.ts';
import { requireInstaller, type Installer } from '../python.ts';
import type { Answer } from '../settle.ts';
import type { SharedFile } from './environment.ts';
import { refuseOutside, resolveForeign, toForeignWrites, type IsForeign } from './foreign-files.ts';
import { type Manner } from './manner.ts';
import { renderRun } from './render-run.ts';
import { settleRun } from './settle-run.ts';
import { holdsText, pathInProject } from './shared-files.ts';
import type { Project, RenderedRun, SharedRun } from './shared-run.ts';

/** Everything that a commit needs to know; nobody is asked about a file after this. */
export interface Decided {
  readonly plan: Plan;
  readonly rendered: RenderedRun;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Files of other generators. */
  readonly foreign: readonly FileWrite[];
  /** What installs a new project; null when it is not to be installed. */
  readonly installer: Installer | null;
}

/**
 * Renders once more, because what other generators did since then counts as the user's, and decides all: our
 * conflicts by our asker, those of other generators by Yeoman's resolver. Throws HutError, or the error of a
 * person who left.
 */
export async function decideRun(
  run: SharedRun,
  project: Project,
  manner: Manner,
): Promise<Decided> {
  const { env } = run;
  const { root } = project;
  refuseOutside(env, root);
  const plan = renderRun(run, project);
  const rendered = run.rendered!;
  const installer = findNeededInstaller(run, project, manner, plan);
  const answers = manner.dryRun ? new Map<string, Answer>() : await settleRun(run, plan, manner);
  const isForeign = foreignTo(root, plan, rendered);
  await resolveForeign(env, isForeign, manner);
  return { plan, rendered, answers, installer, foreign: toForeignWrites(env, root, isForeign) };
}

/** Looked for before anything is written, so that a machine without Python gets no half project. */
function findNeededInstaller(
  run: SharedRun,
  { isNew }: Project,
  manner: Manner,
  { blueprint }: Plan,
): Installer | null {
  const isNeeded = isNew && run.report === null && manner.install && !manner.dryRun;
  return isNeeded ? requireInstaller(blueprint.python) : null;
}

/** Ours are the files that are rendered or were, hut.yaml and the local `.env`. */
function foreignTo(root: string, { changes }: Plan, { stored }: RenderedRun): IsForeign {
  const rendered = changes.map(({ path }) => path);
  const ours = new Set(['hut.yaml', '.env', ...rendered, ...stored.keys()]);
  return (file: SharedFile) => !ours.has(pathInProject(root, file) ?? '') || !holdsText(file);
}
