import { Command } from 'commander';
import { isBelow, listEdits, listRendered } from '@hut/kit';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { openState, type OpenState } from './open-state.ts';
import { projectPath } from './project-path.ts';
import { requireRendered } from './require-rendered.ts';
import type { Shell } from './shell.ts';
import { showDocument } from './show-document.ts';

/** `hut diff [path]`: what the user changed against what hut rendered. */
export function diffCommand(shell: Shell, exit: (code: number) => void): Command {
  const command = new Command('diff')
    .description('what you changed against what hut rendered')
    .argument('[path]', 'a file or a folder; the whole project unless told');
  return withGlobalOptions(command).action((path: string | undefined, options: GlobalOptions) =>
    exit(showEdits(shell, path, options)),
  );
}

function showEdits(outside: Shell, word: string | undefined, options: GlobalOptions): number {
  const open = openState(outside, options);
  const files = listEdits(open.state, word === undefined ? '' : renderedPath(open, word));
  const exitCode = options.check && files.length > 0 ? 1 : 0;
  const document = { project: open.root, files, exitCode };
  showDocument({ ...open, options, document, lines: files.map(({ diff }) => diff.trimEnd()) });
  return exitCode;
}

/** A folder is looked at as a whole, if anything in it is rendered. */
function renderedPath(open: OpenState, word: string): string {
  const path = projectPath(open, word);
  if (!listRendered(open.state).some((one) => isBelow(one, path)))
    requireRendered(open.state, path);
  return path;
}
