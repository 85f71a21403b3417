import { resolve } from 'node:path';
import { Command } from 'commander';
import { parsePlan, readTextFile, requireSame, toPlan } from '@hut/kit';
import type { RunWords } from './plan-command.ts';
import type { Shell } from './shell.ts';

/** `hut apply plan.json`: the command of a plan, if it reads and writes just what it did when it was planned. */
export function applyCommand(shell: Shell, runWords: RunWords): Command {
  return new Command('apply')
    .description('run a stored plan; refused where anything differs')
    .argument('<plan>', 'the file that hut plan wrote')
    .action(async (file: string) => {
      const stored = parsePlan(readTextFile(resolve(shell.cwd, file)), file, shell.version);
      await runWords(stored.command, {
        ...shell,
        gate: (planned) => requireSame(stored, toPlan(planned, stored)),
      });
    });
}
