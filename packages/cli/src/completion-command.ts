import { Argument, Command } from 'commander';
import { bashScript } from './completion/bash-script.ts';
import { fishScript } from './completion/fish-script.ts';
import { toPlaces, type Place } from './completion/to-places.ts';
import { zshScript } from './completion/zsh-script.ts';
import type { Shell } from './shell.ts';

const scripts: Readonly<Record<string, (places: readonly Place[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `hut completion bash`: a script that completes every command of the program; it never starts hut. */
export function completionCommand(shell: Shell, program: Command): Command {
  return new Command('completion')
    .description('a script that completes commands and options in your shell')
    .addArgument(new Argument('<shell>', 'your shell').choices(Object.keys(scripts)))
    .action((name: string) => void shell.stdout.write(scripts[name]!(toPlaces(program))));
}
