import { Command } from 'commander';
import { setKey } from '@hut/kit';
import { withGlobalOptions } from './global-options.ts';
import { withArguments } from './grow-commands.ts';
import { growProject, type GrowOptions } from './grow-project.ts';
import type { Shell } from './shell.ts';

/** `hut set database postgresql`: one value of hut.yaml. */
export function setCommand(shell: Shell, exit: (code: number) => void): Command {
  const command = new Command('set').description(setKey.summary);
  withArguments(command, setKey.arguments);
  return withGlobalOptions(command).action(async () => {
    const options = command.opts<GrowOptions>();
    const words = command.args;
    exit(await growProject({ shell, definition: setKey, door: 'hut set', words, options }));
  });
}
