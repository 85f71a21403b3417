import type { CheckLevel, NextStep } from '@hut/render';
import type { FileWrite } from '@hut/commit';
import type { Leftover } from './find-leftovers.ts';
import type { PlannedRun } from './planned-run.ts';
import type { Settled } from './settle.ts';
import { showDiff } from './show-diff.ts';
import { textAfter } from './to-file-writes.ts';

/** One line of a report: what happens to a file, and why where that is not plain. */
export interface ReportedChange {
  readonly path: string;
  readonly action: 'create' | 'update' | 'merge' | 'keep' | 'delete' | 'conflict';
  readonly reason?: string;
  /** Where it stood before, when it moves. */
  readonly was?: string;
  /** How a conflict was decided. */
  readonly answer?: string;
  /** Unified diff of what the run does to the file; secrets are never in it. */
  readonly diff: string;
}

/** What a run did, or would do: the document of `--json`, described in docs/json-output.md. */
export interface Report {
  readonly command: string;
  readonly project: string;
  readonly name: string;
  readonly written: boolean;
  /** The level of checks that what is written has passed; null when none was asked for. */
  readonly verified: CheckLevel | null;
  readonly changes: readonly ReportedChange[];
  /** What the user may lose, in a sentence each. */
  readonly destructive: readonly string[];
  /** What may stop a migration where it is applied, in a sentence each. */
  readonly risks: readonly string[];
  /** Lines of the user's own that still say a name which the command changes. */
  readonly leftovers: readonly Leftover[];
  /** What the person should know besides, in a sentence each. */
  readonly notes: readonly string[];
  readonly next: readonly Pick<NextStep, 'command' | 'why'>[];
}

/** The report of a settled plan, before it is written. `writes` are the files that the commit takes, other generators' among them. */
export function toReport(
  plan: PlannedRun,
  settled: readonly Settled[],
  { command, writes }: { command: string; writes: readonly FileWrite[] },
): Report {
  const decided = settled.flatMap((one) => toReportedChange(plan, one));
  const known = new Set(settled.flatMap(({ change }) => [change.path, change.movedFrom]));
  const others = writes.filter(({ path }) => !known.has(path) && !path.startsWith('.hut/'));
  const shown = [...decided, ...others.map((write) => toOtherChange(plan, write))];
  const changes = shown.some(({ action }) => action !== 'keep')
    ? shown
    : [...shown, ...ownChanges(writes)];
  return {
    command,
    project: plan.workspace.root,
    name: plan.name,
    written: false,
    verified: null,
    changes: changes.sort((a, b) => (a.path < b.path ? -1 : 1)),
    destructive: plan.destructive,
    risks: plan.risks,
    leftovers: plan.leftovers,
    notes: plan.notes,
    next: plan.next,
  };
}

/** What hut keeps for itself goes with the files that it is about; alone it is worth a line: something is written. */
function ownChanges(writes: readonly FileWrite[]): readonly ReportedChange[] {
  const reason = 'what hut keeps of the last rendering';
  return writes.length === 0 ? [] : [{ path: '.hut', action: 'update', reason, diff: '' }];
}

/** Files that stay are worth a line only where what is rendered now is not what stands there. */
function toReportedChange(plan: PlannedRun, one: Settled): readonly ReportedChange[] {
  const { change, answer } = one;
  const { path, action, movedFrom } = change;
  const before = mineOf(plan, movedFrom ?? path);
  if (action === 'keep') {
    const reason = keepReasons[change.why];
    return change.note || change.why === 'owned'
      ? [withDiff({ path, action, reason }, before, before)]
      : [];
  }
  const after = textAfter(one) ?? (answer === 'mine' ? before : nextOf(change));
  const moved = movedFrom === undefined ? {} : { reason: `was ${movedFrom}`, was: movedFrom };
  if (action !== 'conflict') return [withDiff({ path, action, ...moved }, before, after)];
  const decided = answer === null ? {} : { answer };
  return [withDiff({ path, action, ...moved, reason: change.reason, ...decided }, before, after)];
}

/** A conflict that nobody decided yet is shown as what taking the new text would do. */
function nextOf(change: Settled['change']): string | null {
  return change.action === 'conflict' ? change.next : null;
}

/** The diff is made when somebody looks at it: most runs print paths only. */
function withDiff(
  change: Omit<ReportedChange, 'diff'>,
  before: string | null,
  after: string | null,
): ReportedChange {
  return {
    ...change,
    get diff() {
      return showDiff(change.path, before, after);
    },
  };
}

const keepReasons = {
  same: 'as it is rendered',
  unchanged: 'nothing new is rendered',
  edited: 'your edits stay',
  deleted: 'you deleted it, it stays deleted',
  owned: 'yours, by own: in hut.yaml',
} as const;

function mineOf(plan: PlannedRun, path: string): string | null {
  const text = plan.workspace.read(path)?.text;
  return typeof text === 'string' ? text : null;
}

/** A file that is not rendered: hut.yaml, the local `.env` (never shown), another generator's. */
function toOtherChange(
  plan: PlannedRun,
  { path, before, after, secret }: FileWrite,
): ReportedChange {
  const action = before === null ? 'create' : after === null ? 'delete' : 'update';
  const mine = mineOf(plan, path);
  return withDiff({ path, action }, mine, secret || after instanceof Uint8Array ? mine : after);
}
