import { Command } from 'commander';
import { isSyncDue, listFiles, type FileState, type ListedFile } from '@hut/kit';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { openState } from './open-state.ts';
import { isJson, printJson } from './print-report.ts';
import type { Shell } from './shell.ts';

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
  const isDue = isSyncDue(state);
  const isDrifted = isDue || files.some((file) => drifted.has(file.state));
  const exitCode = options.check && isDrifted ? 1 : 0;
  if (isJson(options)) printJson({ project: root, files, syncDue: isDue, exitCode }, shell);
  else if (!options.quiet) shell.stdout.write(`${summary(files, isDue).join('\n')}\n`);
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

function summary(files: readonly ListedFile[], isDue: boolean): readonly string[] {
  const pristine = files.filter(({ state }) => state === 'pristine').length;
  const groups = titles.flatMap(([state, title]) => {
    const paths = files.filter((file) => file.state === state).map(({ path }) => `  ${path}`);
    return paths.length === 0 ? [] : [`${title} (${paths.length})`, ...paths];
  });
  const due = isDue ? ['hut.yaml asks for something else than was rendered: hut sync'] : [];
  return [...groups, `${pristine} of ${files.length} rendered files are pristine`, ...due];
}
