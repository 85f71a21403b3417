import type { Installer } from '../python.ts';
import type { Report } from '../report.ts';
import { toNextSteps } from '../next-steps.ts';
import { setUpProject } from '../set-up-project.ts';
import { summariseNext } from '../summarise.ts';
import { say } from './say.ts';
import { tellSteps } from './tell-steps.ts';
import type { SharedRun } from './shared-run.ts';

/** What follows the commit of a new project. */
export interface SetUp {
  readonly git: boolean;
  readonly installer: Installer | null;
  readonly report: Report;
}

/** Makes the git repository and installs the dependencies of a new project, once. Throws HutError; the project stays. */
export async function setUpRun(run: SharedRun, cwd: string): Promise<void> {
  const { env, manner, project, setUp } = run;
  if (setUp === null || project === null) return;
  run.setUp = null;
  const tell = tellSteps(env, manner);
  const { root } = project;
  await setUpProject({ root, cwd, git: setUp.git, installer: setUp.installer, tell });
  run.next = toNextSteps(setUp.report, cwd, setUp.installer);
}

/** Says what to run next, once. */
export function sayNext(run: SharedRun): void {
  const { env, manner, next } = run;
  if (next === null) return;
  run.next = null;
  if (!manner.quiet && next.length > 0) say(env, `\nNext\n${summariseNext({ next })}`);
}
