import { findDiskError } from '@hut/commit';
import { HutError } from '@hut/errors';
import { toErrorDocument } from './error-document.ts';
import { paint } from './paint.ts';
import { printJson } from './print-report.ts';
import type { Shell } from './shell.ts';

/** How a failure is shown. */
export interface Manner {
  readonly shell: Shell;
  readonly json: boolean;
  readonly verbose: boolean;
}

/** Shows a failure and returns its exit code: what a person can mend without a stack, a defect of ours with it. */
export function printError(thrown: unknown, { shell, json, verbose }: Manner): number {
  const error = findDiskError(shell.cwd, thrown) ?? thrown;
  if (isLeft(error))
    return print(shell, json, {
      id: 'aborted',
      message: 'Aborted, nothing was written',
      hint: '',
      exitCode: 130,
    });
  if (!(error instanceof HutError)) return printDefect(error, shell);
  const exitCode = print(shell, json, error);
  if (verbose && error.cause !== undefined)
    shell.stderr.write(`${String((error.cause as Error).stack ?? error.cause)}\n`);
  return exitCode;
}

type Shown = Pick<HutError, 'id' | 'message' | 'hint' | 'exitCode'>;

function print(shell: Shell, json: boolean, shown: Shown): number {
  const { message, hint, exitCode } = shown;
  if (json) printJson({ ...toErrorDocument(shown), exitCode }, shell);
  shell.stderr.write(`${paint(shell.colours, 'red', message)}\n${hint === '' ? '' : `${hint}\n`}`);
  return exitCode;
}

/** inquirer's way to say that the person pressed Ctrl-C. */
function isLeft(error: unknown): boolean {
  return error instanceof Error && error.name === 'ExitPromptError';
}

function printDefect(error: unknown, shell: Shell): number {
  shell.stderr.write(
    `${String((error as Error).stack ?? error)}\nThis is a defect of ${makersIn(shell)}: please report it with the lines above.\n`,
  );
  return 3;
}

/** Whose code ran: what another package contributes can make ours fail, too. */
function makersIn({ lookup }: Shell): string {
  const names = lookup.flatMap(({ from }) => (from ? [`${from.name} ${from.version}`] : []));
  return ['hut', ...new Set(names)].join(', or of ');
}
