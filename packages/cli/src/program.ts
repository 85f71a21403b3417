import { Command } from 'commander';
import { addCommand } from './add-command.ts';
import { buildCommand } from './build-command.ts';
import { listCommand } from './list-command.ts';
import type { Shell } from './shell.ts';

/** All commands of `hut`. `exit` is told the exit code of a command that ended without an error. */
export function toProgram(shell: Shell, exit: (code: number) => void): Command {
  const program = new Command('hut')
    .description('Makes FastAPI projects, and keeps growing them after you have edited them.')
    .version(shell.version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show the help of a command')
    .showHelpAfterError('(hut help shows the commands)');
  program.addCommand(buildCommand(shell, exit));
  if (shell.lookup.some(({ definition }) => definition.command === 'add'))
    program.addCommand(addCommand(shell, exit));
  program.addCommand(listCommand(shell));
  for (const command of [program, ...program.commands]) speakThrough(command, shell);
  return program;
}

/** Output through the shell, refusals as exceptions, suggestions for typos. */
function speakThrough(command: Command, shell: Shell): void {
  command.exitOverride().showSuggestionAfterError(true);
  command.configureOutput({
    writeOut: (text) => shell.stdout.write(text),
    writeErr: (text) => shell.stderr.write(text),
  });
  for (const child of command.commands) speakThrough(child, shell);
}
