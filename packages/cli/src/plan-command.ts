import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { HutError } from '@hut/errors';
import { toPlan, type StoredPlan } from '@hut/kit';
import { spellOutDryRun } from './global-options.ts';
import { orderWords } from './order-words.ts';
import { printJson } from './print-report.ts';
import type { Shell } from './shell.ts';

/** Runs the words of a command in a shell. */
export type RunWords = (words: readonly string[], shell: Shell) => Promise<unknown>;

/** `hut plan <command...> -o plan.json`: what the command would read and write, to be applied later or elsewhere. */
export function planCommand(shell: Shell, runWords: RunWords): Command {
  return new Command('plan')
    .description('store what a command would do, for hut apply')
    .argument('<command...>', 'any command that changes a project, with its options')
    .option('-o, --output <file>', 'where the plan goes; standard output unless told')
    .allowUnknownOption(true)
    .action(async (words: readonly string[], { output }: { output?: string }) => {
      const plan = await takePlan(orderWords(spellOutDryRun(words)), shell, runWords);
      if (output === undefined) return printJson(plan, shell);
      writePlan(resolve(shell.cwd, output), plan);
      const count = Object.keys(plan.writes).length;
      shell.stdout.write(`${output} plans ${count} files: hut apply ${output}\n`);
    });
}

/** Stops a command when it is planned, before it writes. */
class Planned extends Error {
  readonly plan: StoredPlan;

  constructor(plan: StoredPlan) {
    super('planned');
    this.plan = plan;
  }
}

async function takePlan(
  command: readonly string[],
  shell: Shell,
  runWords: RunWords,
): Promise<StoredPlan> {
  const generator = shell.version;
  const quiet = { ...shell, stdout: { write: () => undefined } };
  try {
    await runWords(command, {
      ...quiet,
      gate: (planned) => {
        throw new Planned(toPlan(planned, { generator, command }));
      },
    });
  } catch (error) {
    if (error instanceof Planned) return error.plan;
    throw error;
  }
  throw noPlan(command);
}

function noPlan(command: readonly string[]): HutError {
  return new HutError({
    id: 'no-plan',
    message: `hut ${command.join(' ')} writes nothing here: there is nothing to plan`,
    hint: 'Plan a command that changes the project: hut plan add model Article title -o plan.json',
  });
}

function writePlan(path: string, plan: StoredPlan): void {
  try {
    writeFileSync(path, `${JSON.stringify(plan, null, 2)}\n`);
  } catch (error) {
    throw new HutError({
      id: 'write-failed',
      message: `cannot write ${path}: ${(error as Error).message}`,
      hint: 'Name another file behind -o.',
      cause: error,
    });
  }
}
