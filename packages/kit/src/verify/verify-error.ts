import { HutError } from '@hut/errors';
import type { Check, CheckLevel } from '@hut/render';
import { lastLines, toLine } from '../tool.ts';

/** What did not pass. */
export interface FailedCheck {
  readonly level: CheckLevel;
  /** The line of a shell that runs it. */
  readonly command: string;
  /** The last lines that the tool printed. */
  readonly output: string;
}

/** A check of the project did not pass on what would have been written (exit code 6). */
export class VerifyError extends HutError {
  readonly failed: FailedCheck;

  /** From the check and what it printed. */
  constructor({ level, ...call }: Check, output: string) {
    const failed = { level, command: toLine(call), output: lastLines(output) };
    super({
      id: 'verify',
      message: `${failed.command} fails on what would be written (--verify ${level}), nothing was written\n${failed.output}`,
      hint: `See what it is about with --dry-run=diff. When "${failed.command}" fails in the project as it is, mend that first.`,
      exitCode: 6,
    });
    this.failed = failed;
  }
}
