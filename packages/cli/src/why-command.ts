import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { HutError } from '@hut/errors';
import { explain, listRendered, unreadableError, type Why } from '@hut/kit';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { noFile } from './no-file.ts';
import { openState, type OpenState } from './open-state.ts';
import { projectPath } from './project-path.ts';
import type { Shell } from './shell.ts';
import { showDocument } from './show-document.ts';
import { whyLines } from './why-lines.ts';

/** `hut why path[:line]`: what makes that line. */
export function whyCommand(shell: Shell): Command {
  const command = new Command('why')
    .description('which generator, template and option make a line, or that it is yours')
    .argument('<path[:line]>', 'a file of the project, and a line of it');
  return withGlobalOptions(command).action((word: string, options: GlobalOptions) =>
    showWhy(shell, word, options),
  );
}

function showWhy(outside: Shell, word: string, options: GlobalOptions): void {
  const open = openState(outside, options);
  const { shell, state, hutYaml } = open;
  const document = explain({ ...shell, project: state, hutYaml, ...requirePlace(open, word) });
  showDocument({ options, shell, document, lines: whyLines(document) });
}

function requirePlace(open: OpenState, word: string): Pick<Why, 'path' | 'line'> {
  const { path, line } = toPlace(open, word);
  const text = open.state.readMine(path);
  const isFolder = statSync(join(open.root, path), { throwIfNoEntry: false })?.isDirectory();
  const isThere = text !== null || (line === null && open.state.tree.has(path));
  if (isFolder || !isThere) throw noFile(path, listRendered(open.state));
  if (line === null) return { path, line };
  if (typeof text !== 'string') throw unreadableError(path, text!);
  const count = text.replace(/\n$/u, '').split('\n').length;
  if (line < 1 || line > count) throw noLine(path, line, count);
  return { path, line };
}

/** A name may end like a line: the file that is there is meant. */
function toPlace(open: OpenState, word: string): Pick<Why, 'path' | 'line'> {
  const [, name, digits] = /^(.*):(\d+)$/u.exec(word) ?? [];
  const isName = name === undefined || open.state.readMine(projectPath(open, word)) !== null;
  if (isName) return { path: projectPath(open, word), line: null };
  return { path: projectPath(open, name), line: Number(digits) };
}

function noLine(path: string, line: number, count: number): HutError {
  return new HutError({
    id: 'no-line',
    message: `${path} has no line ${line}: it ends with line ${count}`,
    hint: 'Name a line that it has, or none for the whole file.',
  });
}
