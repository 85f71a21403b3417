import { setUpProject, toNextSteps, type Installer, type Report } from '@hut/kit';
import type { GlobalOptions } from './global-options.ts';
import { printNext } from './print-report.ts';
import { progressTo } from './progress.ts';
import type { Shell } from './shell.ts';

interface Finish {
  readonly shell: Shell;
  readonly options: GlobalOptions;
  readonly report: Report;
  readonly installer: Installer | null;
}

/** Sets a new project up and says what to run next. Throws HutError (exit code 4) when a tool fails. */
export async function finishProject({ shell, options, report, installer }: Finish): Promise<void> {
  const progress = progressTo(shell, options);
  try {
    await setUpProject({
      root: report.project,
      cwd: shell.cwd,
      git: options.git,
      installer,
      tell: progress.tell,
    });
  } finally {
    progress.end();
  }
  printNext(toNextSteps(report, shell.cwd, installer), options, shell);
}
