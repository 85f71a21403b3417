import { HutError } from '@hut/errors';
import { setUpProject, toNextSteps, type Installer, type Report } from '@hut/kit';
import type { GlobalOptions } from './global-options.ts';
import { isJson, printNext, printRepeat, printReport } from './print-report.ts';
import { progressTo } from './progress.ts';
import type { Shell } from './shell.ts';

interface Finish {
  readonly shell: Shell;
  readonly options: GlobalOptions;
  readonly report: Report;
  readonly installer: Installer | null;
  /** The command that repeats what a wizard asked, or null. */
  readonly repeat: string | null;
}

/**
 * Sets a new project up and says what to run next. Returns the exit code.
 * Throws HutError (exit code 4) when a tool fails, (130) when it is interrupted; with `--json` that stands in the one document.
 */
export async function finishProject(finish: Finish): Promise<number> {
  const { shell, options, report, installer, repeat } = finish;
  const next = toNextSteps(report, shell.cwd, installer);
  if (isJson(options)) {
    const failure = await findFailure(finish);
    return printReport({ ...report, next }, { options, shell, shown: false, failure });
  }
  const exitCode = printReport(report, { options, shell, shown: false });
  await setUp(finish);
  printNext(next, options, shell);
  printRepeat(repeat, options, shell);
  return exitCode;
}

async function findFailure(finish: Finish): Promise<HutError | null> {
  try {
    await setUp(finish);
    return null;
  } catch (error) {
    if (error instanceof HutError) return error;
    throw error;
  }
}

async function setUp({ shell, options, report, installer }: Finish): Promise<void> {
  const progress = progressTo(shell, options);
  const { git } = options;
  try {
    await setUpProject({
      root: report.project,
      cwd: shell.cwd,
      git,
      installer,
      tell: progress.tell,
    });
  } finally {
    progress.end();
  }
}
