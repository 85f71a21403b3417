import type { GlobalOptions } from './global-options.ts';
import { isJson, printJson } from './print-report.ts';
import type { Shell } from './shell.ts';

interface Showing {
  readonly options: GlobalOptions;
  readonly shell: Shell;
  /** What programs read: the document of `--json`. */
  readonly document: object;
  /** What people read; nothing where it is empty. */
  readonly lines: readonly string[];
}

/** Shows what a command found, in the form that was asked for. */
export function showDocument({ options, shell, document, lines }: Showing): void {
  if (isJson(options)) return printJson(document, shell);
  if (options.quiet || lines.length === 0) return;
  shell.stdout.write(`${lines.join('\n')}\n`);
}
