import { Command } from 'commander';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { isJson, printJson } from './print-report.ts';
import type { Shell } from './shell.ts';

/** `hut list`: the generators, a line each; with `--json` a document of their ids and summaries. */
export function listCommand(shell: Shell): Command {
  const command = new Command('list').description('the generators, a line each');
  return withGlobalOptions(command).action((options: GlobalOptions) => {
    const generators = shell.lookup.map(({ definition: { id, summary } }) => ({ id, summary }));
    if (isJson(options)) return printJson({ generators }, shell);
    const width = Math.max(...generators.map(({ id }) => id.length));
    for (const { id, summary } of generators)
      shell.stdout.write(`${id.padEnd(width)}  ${summary}\n`);
  });
}
