import type { FileWrite } from '@hut/commit';
import type { Report } from '../report.ts';
import { summarise } from '../summarise.ts';
import type { Environment } from './environment.ts';
import type { Manner } from './manner.ts';
import { say } from './say.ts';

interface Said {
  readonly report: Report;
  /** Files of other generators: Yeoman's resolver has named them. */
  readonly foreign: readonly FileWrite[];
  /** The person has seen the summary, and said yes to it. */
  readonly isShown: boolean;
}

/** Says what a commit did, or would do, in the form that was asked for. */
export function sayReport(env: Environment, { dryRun, quiet }: Manner, said: Said): void {
  const named = new Set(said.foreign.map(({ path }) => path));
  const changes = said.report.changes.filter(({ path }) => !named.has(path));
  const report = { ...said.report, changes };
  if (dryRun === 'json') process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else if (dryRun === 'diff') say(env, changes.map(({ diff }) => diff).join('\n'));
  else if (!quiet) say(env, toText(report, said.isShown));
}

function toText(report: Report, isShown: boolean): string {
  const { name, project, written } = report;
  const title = written ? [`${name} is written to ${project}`] : [];
  return [...title, ...(written && isShown ? [] : [summarise(report)])].join('\n');
}
