import { resolve } from 'node:path';
import { Command } from 'commander';
import { badPlan, parsePlan, readTextFile, requireSame, toPlan } from '@hut/kit';
import { givenWords } from './given-words.ts';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { noPlan } from './no-plan.ts';
import { orderWords } from './order-words.ts';
import type { RunWords } from './plan-command.ts';
import type { Shell } from './shell.ts';
import { standIn } from './stand-in.ts';

/** `hut apply plan.json`: the command of a plan, if it reads and writes just what it did when it was planned. */
export function applyCommand(shell: Shell, runWords: RunWords): Command {
  const command = new Command('apply')
    .description('run a stored plan; refused where anything differs')
    .argument('<plan>', 'the file that hut plan wrote');
  return withGlobalOptions(command).action(async (file: string, options: GlobalOptions) => {
    // A plan of a plan would be compared with nothing, and could call itself.
    if (shell.gate !== undefined) throw noPlan(['apply', file]);
    await applyPlan(standIn(shell, options), file, givenWords(command), runWords);
  });
}

async function applyPlan(
  shell: Shell,
  file: string,
  options: readonly string[],
  runWords: RunWords,
): Promise<void> {
  const stored = parsePlan(readTextFile(resolve(shell.cwd, file)), file, shell.version);
  let isCompared = false;
  const gate: Shell['gate'] = (planned) => {
    requireSame(stored, toPlan(planned, stored));
    isCompared = true;
  };
  // A command that is not compared is none of a plan, and has nothing to say.
  const stdout = { write: (text: string) => isCompared && shell.stdout.write(text) };
  await runWords(orderWords([...options, ...stored.command]), { ...shell, stdout, gate });
  if (!isCompared) throw badPlan(file);
}
