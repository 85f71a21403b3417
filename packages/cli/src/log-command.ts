import { Command } from 'commander';
import { listRuns, type LoggedRun } from '@hut/kit';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { openProject } from './open-project.ts';
import { isJson, printJson } from './print-report.ts';
import type { Shell } from './shell.ts';

/** `hut log`: the recorded runs of this machine, newest first. */
export function logCommand(outside: Shell): Command {
  const command = new Command('log').description('the runs that are recorded on this machine');
  return withGlobalOptions(command).action((options: GlobalOptions) => {
    const { shell, root } = openProject(outside, options);
    const runs = listRuns(root);
    if (isJson(options)) return printJson({ runs }, shell);
    shell.stdout.write(`${runs.length === 0 ? none : runs.map(toLine).join('\n')}\n`);
  });
}

const none =
  'No run is recorded on this machine: records stay where the runs were made, and are not in git.';

function toLine({ id, at, command, files, state }: LoggedRun): string {
  const when = at.slice(0, 16).replace('T', ' ');
  const count = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  return `${id}  ${when}  ${command}  (${[count, ...(state === null ? [] : [state])].join('; ')})`;
}
