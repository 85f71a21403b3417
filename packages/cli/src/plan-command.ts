import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { HutError } from '@hut/errors';
import { holdsPlan, summarise, toPlan, type Report, type StoredPlan } from '@hut/kit';
import { shellText } from '@hut/render';
import { spellOutDryRun, type GlobalOptions } from './global-options.ts';
import { isDryRun } from './is-dry-run.ts';
import { noPlan } from './no-plan.ts';
import { orderWords } from './order-words.ts';
import { printJson } from './print-report.ts';
import type { Shell } from './shell.ts';
import { showDocument } from './show-document.ts';

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
      const planned = await takePlan(orderWords(spellOutDryRun(words)), shell, runWords);
      const { plan, report, options } = planned;
      if (output === undefined) return printJson(plan, shell);
      const path = resolve(shell.cwd, output);
      if (isTaken(path)) throw outputTaken(output);
      writePlan(path, plan);
      const lines = [summarise(report), `Nothing is written yet: hut apply ${shellText(output)}`];
      showDocument({ options, shell, document: plan, lines });
    });
}

/** Stops a command when it is planned, before it writes. */
class Planned extends Error {
  readonly plan: StoredPlan;
  readonly report: Report;
  /** The options of the planned command. */
  readonly options: GlobalOptions;

  constructor(plan: StoredPlan, report: Report, options: GlobalOptions) {
    super('planned');
    this.plan = plan;
    this.report = report;
    this.options = options;
  }
}

async function takePlan(
  command: readonly string[],
  shell: Shell,
  runWords: RunWords,
): Promise<Planned> {
  const generator = shell.version;
  const stdout = { write: () => undefined };
  const gate: Shell['gate'] = (planned, options) => {
    if (isDryRun(options) || planned.writes.length === 0) throw noPlan(command);
    throw new Planned(toPlan(planned, { generator, command }), planned.report, options);
  };
  try {
    await runWords(command, { ...shell, stdout, gate });
  } catch (error) {
    if (error instanceof Planned) return error;
    throw error;
  }
  throw noPlan(command);
}

/** Whether writing there would lose something: a plan may be made anew, anything else may be all that someone has. */
function isTaken(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const text = readFileSync(path, 'utf8');
  return text !== '' && !holdsPlan(text);
}

function outputTaken(output: string): HutError {
  return new HutError({
    id: 'output-taken',
    message: `${output} is there, and is no plan of hut: nothing was written`,
    hint: 'Name another file behind -o.',
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
