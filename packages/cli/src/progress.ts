import type { GlobalOptions } from './global-options.ts';
import { paint } from './paint.ts';
import type { Shell } from './shell.ts';

interface Progress {
  readonly tell: (step: string, line: string) => void;
  readonly end: () => void;
}

const erase = '\r\u001b[K';

/** Shows long work on standard error: one line that follows it in a terminal, a line a step elsewhere. */
export function progressTo(shell: Shell, { quiet, verbose }: GlobalOptions): Progress {
  if (quiet) return { tell: () => undefined, end: () => undefined };
  let current = '';
  const tell = (step: string, line: string): void => {
    if (verbose) shell.stderr.write(`${line}\n`);
    else if (shell.terminal) shell.stderr.write(`${erase}${`${step}: ${line}`.slice(0, 78)}`);
    else if (step !== current)
      shell.stderr.write(`${paint(shell.colours, 'dim', `${step} ...`)}\n`);
    current = step;
  };
  return {
    tell,
    end: () => void (shell.terminal && !verbose && current !== '' && shell.stderr.write(erase)),
  };
}
