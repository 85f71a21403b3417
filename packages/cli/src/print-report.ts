import type { HutError } from '@hut/errors';
import { summarise, summariseNext, type Report } from '@hut/kit';
import { toErrorDocument } from './error-document.ts';
import { isDryRun } from './is-dry-run.ts';
import type { GlobalOptions } from './global-options.ts';
import { paint } from './paint.ts';
import type { Shell } from './shell.ts';

interface Printing {
  readonly options: GlobalOptions;
  readonly shell: Shell;
  /** Whether the person has seen the summary, because it was asked whether to write. */
  readonly shown: boolean;
  /** Of a tool that ran after the files were written: it stands in the JSON document. */
  readonly failure?: HutError | null;
}

/** Prints what a command did in the form that was asked for, and returns its exit code. */
export function printReport(
  report: Report,
  { options, shell, shown, failure = null }: Printing,
): number {
  const exitCode = failure?.exitCode ?? exitCodeOf(report, options);
  if (isJson(options))
    printJson({ ...report, ...(failure && toErrorDocument(failure)), exitCode }, shell);
  else if (!options.quiet) shell.stdout.write(`${toText(report, options, shell, shown)}\n`);
  return exitCode;
}

/** Prints the one document of `--json`. */
export function printJson(document: object, { stdout }: Shell): void {
  stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** Whether standard output carries a JSON document. */
export function isJson({ json, dryRun }: GlobalOptions): boolean {
  return json === true || dryRun === 'json';
}

function toText(report: Report, options: GlobalOptions, shell: Shell, shown: boolean): string {
  if (options.dryRun === 'diff') return report.changes.map(toDiff).join('\n');
  const summary = shown ? [] : [summarise(report)];
  return [...titleOf(report, shell), ...summary, ...markersLine(report)].join('\n');
}

function titleOf({ written, changes, name, project }: Report, shell: Shell): readonly string[] {
  if (!written || changes.length === 0) return [];
  return [paint(shell.stdoutColours, 'green', `${name} is written to ${project}`)];
}

function markersLine({ written, changes }: Report): readonly string[] {
  const marked = changes.filter(({ answer }) => answer === 'markers').map(({ path }) => path);
  if (!written || marked.length === 0) return [];
  return [`Resolve the markers in ${marked.join(', ')}, then run hut sync.`];
}

/** A patch; the reason of a conflict stands above it, where patch tools skip it. */
function toDiff({ path, reason, diff }: Report['changes'][number]): string {
  return reason === undefined ? diff : `# ${path}: ${reason}\n${diff}`;
}

/** What follows a run: the commands that start a new project, or bring a grown one up to date. */
export function printNext(next: Report['next'], options: GlobalOptions, shell: Shell): void {
  if (isJson(options) || options.quiet || next.length === 0) return;
  shell.stdout.write(`\nNext\n${summariseNext({ next })}\n`);
}

/** What follows a wizard: the one command that repeats it; null where nothing was asked. */
export function printRepeat(repeat: string | null, options: GlobalOptions, shell: Shell): void {
  if (repeat === null || isJson(options) || options.quiet) return;
  shell.stdout.write(`\nThe same again: ${repeat}\n`);
}

/** 5 after markers were written, 1 when a check found something, else 0. */
function exitCodeOf({ changes, written }: Report, options: GlobalOptions): number {
  if (written && changes.some(({ answer }) => answer === 'markers')) return 5;
  return options.check && isDryRun(options) && hasDrifted(changes) ? 1 : 0;
}

/** A missing `.env` is this machine's business, and a file that stays is none. */
function hasDrifted(changes: Report['changes']): boolean {
  return changes.some(({ path, action }) => path !== '.env' && action !== 'keep');
}
