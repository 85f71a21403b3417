import { Command } from 'commander';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import type { Shell } from './shell.ts';
import { showDocument } from './show-document.ts';

/** `hut list`: the generators, a line each; with `--json` a document of their ids and summaries. */
export function listCommand(shell: Shell): Command {
  const command = new Command('list').description('the generators, a line each');
  return withGlobalOptions(command).action((options: GlobalOptions) => {
    const generators = shell.lookup.map(({ definition: { id, summary } }) => ({ id, summary }));
    const width = Math.max(...generators.map(({ id }) => id.length));
    const lines = generators.map(({ id, summary }) => `${id.padEnd(width)}  ${summary}`);
    showDocument({ options, shell, document: { generators }, lines });
  });
}
