import type { Report, ReportedChange } from './report.ts';

const groups = [
  ['create', 'Created'],
  ['update', 'Updated'],
  ['merge', 'Merged with your edits'],
  ['keep', 'Kept'],
  ['delete', 'Removed'],
  ['conflict', 'Conflicts'],
] as const;

/** How many paths of a group are shown before the rest is counted. */
const shownPaths = 60;

const nothing = 'Nothing to do: the project is as hut.yaml says.';

/** A report as a person reads it: the files by what happened to them. Nothing that stayed is listed. */
export function summarise(report: Report): string {
  const { changes, written, destructive, risks, leftovers, notes, verified } = report;
  const lines = groups.flatMap(([action, title]) =>
    groupLines(
      title,
      changes.filter((change) => change.action === action),
    ),
  );
  const isStill = changes.every(({ action }) => action === 'keep');
  if (isStill && notes.length === 0) return [nothing, ...lines].join('\n');
  const warned = [
    ...lines,
    ...titled('The migration loses what is stored', destructive),
    ...titled('Rows may stop the migration', risks),
    ...leftoverLines(leftovers),
    ...notes,
    ...(verified === null ? [] : [`Passes the checks of the project: ${verified}`]),
  ];
  if (written) return warned.join('\n');
  return ['This would be written:', ...warned, ...refusalLine(changes)].join('\n');
}

function titled(title: string, sentences: readonly string[]): readonly string[] {
  return sentences.length === 0 ? [] : [title, ...sentences.map((sentence) => `  ${sentence}`)];
}

function leftoverLines(leftovers: Report['leftovers']): readonly string[] {
  if (leftovers.length === 0) return [];
  const shown = leftovers
    .slice(0, shownPaths)
    .map(({ path, line, name }) => `  ${path}:${line}: ${name}`);
  const rest = leftovers.length - shown.length;
  return ['Still says a name that is gone', ...shown, ...(rest > 0 ? [`  and ${rest} more`] : [])];
}

function refusalLine(changes: readonly ReportedChange[]): readonly string[] {
  const open = changes.filter(({ action, answer }) => action === 'conflict' && !answer).length;
  if (open === 0) return [];
  const need = open === 1 ? 'needs' : 'need';
  return [`${open} of them ${need} a decision: as it stands, nothing would be written.`];
}

function groupLines(title: string, changes: readonly ReportedChange[]): readonly string[] {
  if (changes.length === 0) return [];
  const shown = changes
    .slice(0, shownPaths)
    .map(({ path, reason, answer }) => `  ${path}${explain(reason, answer)}`);
  const rest = changes.length - shown.length;
  return [`${title} (${changes.length})`, ...shown, ...(rest > 0 ? [`  and ${rest} more`] : [])];
}

function explain(reason: string | undefined, answer: string | undefined): string {
  const parts = [reason, answer && `decided: ${answer}`].filter((part) => part);
  return parts.length === 0 ? '' : `  (${parts.join('; ')})`;
}

/** The commands to run next, each with what it does. */
export function summariseNext({ next }: Pick<Report, 'next'>): string {
  const explained = next.filter(({ why }) => why !== '');
  const width = Math.max(0, ...explained.map(({ command }) => command.length));
  return next.map(({ command, why }) => `  ${command.padEnd(width)}  ${why}`.trimEnd()).join('\n');
}
