import { Command } from 'commander';
import { execute } from './execute.ts';
import { finishGrowth } from './finish-growth.ts';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { openProject } from './open-project.ts';
import type { Shell } from './shell.ts';

/** `hut sync`: somebody edited hut.yaml, and the project follows. */
export function syncCommand(shell: Shell, exit: (code: number) => void): Command {
  const command = new Command('sync').description('make the project match its hut.yaml');
  return withGlobalOptions(command).action(async (options: GlobalOptions) =>
    exit(await syncProject(shell, options)),
  );
}

async function syncProject(outside: Shell, options: GlobalOptions): Promise<number> {
  const { shell, root, workspace } = openProject(outside, options);
  const amend = (existing: string | null): string => existing!;
  const executed = await execute({ shell, options, root, workspace, command: 'hut sync', amend });
  return finishGrowth({ shell, options, executed, repeat: null });
}
