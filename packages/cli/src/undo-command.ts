import { Command } from 'commander';
import { planUndo } from '@hut/kit';
import { carryOut } from './carry-out.ts';
import { finishGrowth } from './finish-growth.ts';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { openProject } from './open-project.ts';
import type { Shell } from './shell.ts';

/** `hut undo`: takes the last run back. */
export function undoCommand(shell: Shell, exit: (code: number) => void): Command {
  const command = new Command('undo').description('take the last run back');
  return withGlobalOptions(command).action(async (options: GlobalOptions) =>
    exit(await undoRun(shell, options)),
  );
}

async function undoRun(outside: Shell, options: GlobalOptions): Promise<number> {
  const { shell, workspace } = openProject(outside, options);
  const plan = planUndo({ ...shell, workspace });
  const executed = await carryOut({ shell, options, command: 'hut undo', plan, isNew: false });
  return finishGrowth({ shell, options, executed, repeat: null });
}
