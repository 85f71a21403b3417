import { Command } from 'commander';
import { listRuns, type LoggedRun } from '@hut/kit';
import { enterProject } from './enter-project.ts';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import type { Shell } from './shell.ts';
import { showDocument } from './show-document.ts';

/** `hut log`: the recorded runs of this machine, newest first. */
export function logCommand(outside: Shell): Command {
  const command = new Command('log').description('the runs that are recorded on this machine');
  return withGlobalOptions(command).action((options: GlobalOptions) => {
    const { shell, root } = enterProject(outside, options);
    const runs = listRuns(root);
    const lines = runs.length === 0 ? [none] : runs.map(toLine);
    showDocument({ options, shell, document: { project: root, runs }, lines });
  });
}

const none =
  'No run is recorded on this machine: records stay where the runs were made, and are not in git.';

function toLine({ id, at, command, files, state }: LoggedRun): string {
  // Only a record that can't be read has no time.
  if (at === '') return `${id}  ${state}`;
  const when = at.slice(0, 16).replace('T', ' ');
  const count = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  return `${id}  ${when}  ${command}  (${[count, ...(state === null ? [] : [state])].join('; ')})`;
}
