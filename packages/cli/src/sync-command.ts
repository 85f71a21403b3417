import { Command } from 'commander';
import { recover } from '@hut/commit';
import { requireProject } from '@hut/kit';
import { execute } from './execute.ts';
import { finishGrowth } from './finish-growth.ts';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import type { Shell } from './shell.ts';
import { standIn } from './stand-in.ts';

/** `hut sync`: somebody edited hut.yaml, and the project follows. */
export function syncCommand(shell: Shell, exit: (code: number) => void): Command {
  const command = new Command('sync').description('make the project match its hut.yaml');
  return withGlobalOptions(command).action(async (options: GlobalOptions) =>
    exit(await syncProject(standIn(shell, options), options)),
  );
}

async function syncProject(shell: Shell, options: GlobalOptions): Promise<number> {
  const root = requireProject(shell.cwd);
  recover(root);
  // A project has a hut.yaml: that is how it was found.
  const amend = (existing: string | null): string => existing!;
  const executed = await execute({ shell, options, root, command: 'hut sync', amend });
  return finishGrowth({ shell, options, executed, repeat: null });
}
