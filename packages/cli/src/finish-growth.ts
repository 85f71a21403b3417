import { toGrowthSteps } from '@hut/kit';
import type { Executed } from './carry-out.ts';
import type { GlobalOptions } from './global-options.ts';
import { printNext, printRepeat, printReport } from './print-report.ts';
import type { Shell } from './shell.ts';

interface FinishGrowth {
  readonly shell: Shell;
  readonly options: GlobalOptions;
  readonly executed: Executed;
  /** The command that repeats what was asked for, or null. */
  readonly repeat: string | null;
}

/** Says what a command did to a project that was there, and what to run next. Returns the exit code. */
export function finishGrowth({ shell, options, executed, repeat }: FinishGrowth): number {
  const { shown } = executed;
  const report = { ...executed.report, next: toGrowthSteps(executed.report, shell.cwd) };
  const exitCode = printReport(report, { options, shell, shown });
  if (!report.written) return exitCode;
  printNext(report.next, options, shell);
  printRepeat(repeat, options, shell);
  return exitCode;
}
