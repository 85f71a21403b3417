import { Command } from 'commander';
import { isMakeDue, isSyncDue, listFiles, type FileState, type ListedFile } from '@hut/kit';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { openState } from './open-state.ts';
import type { Shell } from './shell.ts';
import { showDocument } from './show-document.ts';

/** `hut status`: what became of each rendered file. */
export function statusCommand(shell: Shell, exit: (code: number) => void): Command {
  const command = new Command('status').description('what became of each rendered file');
  return withGlobalOptions(command).action((options: GlobalOptions) =>
    exit(showStatus(shell, options)),
  );
}

function showStatus(outside: Shell, options: GlobalOptions): number {
  const { shell, root, state } = openState(outside, options);
  const files = listFiles(state);
  const isDue = isSyncDue(state) || isMakeDue(state, shell.lookup);
  const isDrifted = isDue || files.some((file) => drifted.has(file.state));
  const exitCode = options.check && isDrifted ? 1 : 0;
  const document = { project: root, files, syncDue: isDue, exitCode };
  showDocument({ options, shell, document, lines: summary(files, isDue) });
  return exitCode;
}

/** What is not as it was rendered; owned files are not meant to be. */
const drifted: ReadonlySet<FileState> = new Set(['edited', 'deleted', 'conflicted']);

const titles: readonly (readonly [FileState, string])[] = [
  ['edited', 'Edited by you'],
  ['deleted', 'Deleted by you'],
  ['conflicted', 'With conflict markers'],
  ['owned', 'Yours, by own: in hut.yaml'],
];

const resolve =
  'Decide what each marked place should say, remove the markers, and run hut sync: no command runs before.';
const due = 'hut.yaml asks for something else than was rendered: hut sync';

function summary(files: readonly ListedFile[], isDue: boolean): readonly string[] {
  const pristine = files.filter(({ state }) => state === 'pristine').length;
  const groups = titles.flatMap(([state, title]) => {
    const paths = files.filter((file) => file.state === state).map(({ path }) => `  ${path}`);
    return paths.length === 0 ? [] : [`${title} (${paths.length})`, ...paths];
  });
  const count = `${pristine} of ${files.length} rendered files are pristine`;
  const isMarked = files.some(({ state }) => state === 'conflicted');
  return [...groups, count, ...(isMarked ? [resolve] : []), ...(isDue ? [due] : [])];
}
