import { Command } from 'commander';
import { isBelow, listEdits, listFiles } from '@hut/kit';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { notRendered } from './not-rendered.ts';
import { openState, type OpenState } from './open-state.ts';
import { isJson, printJson } from './print-report.ts';
import { projectPath } from './project-path.ts';
import type { Shell } from './shell.ts';

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
  const edits = listEdits(open.state, word === undefined ? '' : requireRendered(open, word));
  const exitCode = options.check && edits.length > 0 ? 1 : 0;
  if (isJson(options)) printJson({ project: open.root, files: edits, exitCode }, open.shell);
  else if (!options.quiet) open.shell.stdout.write(edits.map(({ diff }) => diff).join(''));
  return exitCode;
}

function requireRendered(open: OpenState, word: string): string {
  const path = projectPath(open, word);
  if (listFiles(open.state).some((file) => isBelow(file.path, path))) return path;
  throw notRendered(path);
}
