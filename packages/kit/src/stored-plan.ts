import { hashBytes, type FileWrite, type Sha } from '@hut/commit';
import { HutError } from '@hut/errors';
import type { PlannedWrites } from './commit-settled.ts';
import type { FoundFile } from './workspace.ts';

/** A command, and the hashes of all that it read and would write: what `hut plan` stores. It carries no contents. */
export interface StoredPlan {
  /** The format of the document. */
  readonly plan: 1;
  /** The version of hut that made it. */
  readonly generator: string;
  readonly command: readonly string[];
  /** Hashes of the files that were read, null where there was none. */
  readonly reads: Readonly<Record<string, Sha | null>>;
  /** Hashes of the files as they will be, null where they go. */
  readonly writes: Readonly<Record<string, Sha | null>>;
  /** What the user may lose, in a sentence each. */
  readonly destructive: readonly string[];
}

/** Each machine has its own, with its own secrets. */
const local = '.env';

/** The plan of what a command is about to write, without what is local. */
export function toPlan(
  { workspace, report, writes }: PlannedWrites,
  { generator, command }: Pick<StoredPlan, 'generator' | 'command'>,
): StoredPlan {
  const isShared = ([path]: readonly [string, unknown]): boolean => path !== local;
  const reads = [...workspace.seen()].map(([path, found]) => [path, toSha(found)] as const);
  const after = writes.map((write) => [write.path, shaAfter(write)] as const);
  return {
    plan: 1,
    generator,
    command,
    reads: toSorted(reads.filter(isShared)),
    writes: toSorted(after.filter(isShared)),
    destructive: report.destructive,
  };
}

/** Throws HutError `plan-differs`, naming the files, where one plan is not the other. */
export function requireSame(stored: StoredPlan, now: StoredPlan): void {
  const files = [...differing(stored.reads, now.reads), ...differing(stored.writes, now.writes)];
  if (files.length === 0) return;
  // What the user knows stands first.
  const isOurs = (path: string): number => Number(path.startsWith('.hut/'));
  const shown = [...new Set(files)].sort((a, b) => isOurs(a) - isOurs(b) || (a < b ? -1 : 1));
  const more = shown.length > 5 ? `, and ${shown.length - 5} more` : '';
  throw new HutError({
    id: 'plan-differs',
    message: `The plan no longer holds, nothing was written. It differs in ${shown.slice(0, 5).join(', ')}${more}`,
    hint: 'Something was edited since it was made, or it was made elsewhere. Plan again, and look at it again.',
  });
}

/** The text of a stored plan in. Throws HutError `bad-plan` for what is none, `plan-version` for one of another version. */
export function parsePlan(text: string, file: string, generator: string): StoredPlan {
  const read = parseJson(text);
  if (!isPlan(read)) throw badPlan(file);
  if (read.generator === generator) return read;
  throw new HutError({
    id: 'plan-version',
    message: `${file} was made by hut ${read.generator}, and this is hut ${generator}`,
    hint: 'Plan again with this version.',
  });
}

/** Whether a text is a stored plan, of whatever version. */
export function holdsPlan(text: string): boolean {
  return isPlan(parseJson(text));
}

function toSha(found: FoundFile | null): Sha | null {
  return found === null ? null : found.sha;
}

function shaAfter({ after }: FileWrite): Sha | null {
  return after === null ? null : hashBytes(after);
}

function toSorted(
  entries: readonly (readonly [string, Sha | null])[],
): Readonly<Record<string, Sha | null>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function differing(one: StoredPlan['reads'], other: StoredPlan['reads']): readonly string[] {
  const paths = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return paths.filter((path) => one[path] !== other[path]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPlan(read: unknown): read is StoredPlan {
  if (typeof read !== 'object' || read === null) return false;
  const { plan, generator, command, reads, writes } = read as Partial<
    Record<keyof StoredPlan, unknown>
  >;
  const isTexts = Array.isArray(command) && command.every((word) => typeof word === 'string');
  return plan === 1 && typeof generator === 'string' && isTexts && isMap(reads) && isMap(writes);
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The refusal of a file that holds no plan. */
export function badPlan(file: string): HutError {
  return new HutError({
    id: 'bad-plan',
    message: `${file} is no plan of hut`,
    hint: 'Make one: hut plan add model Article title -o plan.json',
  });
}
