import { Command } from 'commander';
import { applyCommand } from './apply-command.ts';
import { buildCommand } from './build-command.ts';
import { completionCommand } from './completion-command.ts';
import { diffCommand } from './diff-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { growCommands, ownNameCommands } from './grow-commands.ts';
import { listCommand } from './list-command.ts';
import { logCommand } from './log-command.ts';
import { ownCommands } from './own-commands.ts';
import { planCommand } from './plan-command.ts';
import { pluginCommand } from './plugin-command.ts';
import { setCommand } from './set-command.ts';
import type { Shell } from './shell.ts';
import { statusCommand } from './status-command.ts';
import { syncCommand } from './sync-command.ts';
import { upgradeCommand } from './upgrade-command.ts';
import { undoCommand } from './undo-command.ts';
import { whyCommand } from './why-command.ts';

/** All commands of `hut`. `exit` is told the exit code of a command that ended without an error. */
export function toProgram(shell: Shell, exit: (code: number) => void): Command {
  const program = new Command('hut')
    .description('Makes FastAPI projects, and keeps growing them after you have edited them.')
    .version(shell.version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show the help of a command');
  program.addCommand(buildCommand(shell, exit));
  for (const command of growCommands(shell, exit)) program.addCommand(command);
  for (const command of ownNameCommands(shell, exit)) program.addCommand(command);
  program.addCommand(setCommand(shell, exit));
  program.addCommand(syncCommand(shell, exit));
  program.addCommand(upgradeCommand(shell, exit));
  for (const command of ownCommands(shell, exit)) program.addCommand(command);
  program.addCommand(statusCommand(shell, exit));
  program.addCommand(diffCommand(shell, exit));
  program.addCommand(whyCommand(shell));
  program.addCommand(logCommand(shell));
  program.addCommand(undoCommand(shell, exit));
  const runWords = (words: readonly string[], inner: Shell) =>
    toProgram(inner, exit).parseAsync(words, { from: 'user' });
  program.addCommand(planCommand(shell, runWords));
  program.addCommand(applyCommand(shell, runWords));
  program.addCommand(doctorCommand(shell, exit));
  program.addCommand(listCommand(shell));
  program.addCommand(pluginCommand(shell, exit));
  program.addCommand(completionCommand(shell, program));
  for (const command of [program, ...program.commands]) speakThrough(command, shell);
  return program;
}

/** Output through the shell, refusals as exceptions, suggestions for typos, and what to do next. */
function speakThrough(command: Command, shell: Shell): void {
  command
    .exitOverride()
    .showSuggestionAfterError(true)
    .showHelpAfterError('(hut help shows the commands)');
  command.configureOutput({
    writeOut: (text) => shell.stdout.write(text),
    writeErr: (text) => shell.stderr.write(text),
  });
  for (const child of command.commands) speakThrough(child, shell);
}
