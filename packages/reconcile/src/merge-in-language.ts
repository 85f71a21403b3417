import { combineGroup } from './combine/combine-group.ts';
import type { Doubt, Language, Parsed, ThreeTrees } from './language.ts';
import { conflictsIn, markedLines } from './lines/markers.ts';
import type { MergedLine, Part } from './lines/merged.ts';
import { markEveryChange, mergeLines } from './lines/merge-lines.ts';
import { compareThree, type KeyedLines, type Three } from './lines/three.ts';

/*
 *   lines of base, mine, next
 *     -> hunks of both sides, grouped where they touch          lines/
 *     -> each group: one side's | combined | a conflict         combine/, items/
 *     -> proof: the result is mine + next - base                the language
 *     -> a proof that fails is a conflict with its sentence
 */

/** The three texts as lines without line ends. */
export interface ThreeLines {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly next: readonly string[];
}

/** Lines of the result, or the parts and the reason of a conflict. */
export type LinesMerge =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly reason: string; readonly parts: readonly Part[] };

/** Merges lines by the rules of one language, and proves the result. */
export function mergeInLanguage<Tree>(language: Language<Tree>, lines: ThreeLines): LinesMerge {
  const three = compareThree(keyed(lines.base), keyed(lines.mine), keyed(lines.next));
  if (three === undefined) return rewritten(lines);
  const [base, mine, next] = [lines.base, lines.mine, lines.next].map(parse) as [
    Parsed<Tree>,
    Parsed<Tree>,
    Parsed<Tree>,
  ];
  if (base.ok && mine.ok && next.ok) {
    const trees = { base: base.tree, mine: mine.tree, next: next.tree };
    return mergeProven(language, three, trees, MAY_RESTORE);
  }
  if (next.ok && !mine.ok) return refuse(three, `your file can't be read: ${mine.reason}`);
  return mergePlainly(three, mine.ok && next.ok ? parse : undefined);

  function parse(text: readonly string[]): Parsed<Tree> {
    return language.parse(text.join('\n'));
  }

  function keyed(text: readonly string[]): KeyedLines {
    return { lines: text, keys: text.map(language.toKey) };
  }
}

/** What can't be read gets lines alone: nothing is combined; what could be read must still be readable. */
function mergePlainly(
  three: Three,
  parse: ((lines: readonly string[]) => Parsed<unknown>) | undefined,
): LinesMerge {
  const parts = mergeLines(three);
  if (conflictsIn(parts).length > 0) return { ok: false, reason: SAME_LINES, parts };
  const lines = markedLines(parts);
  const parsed = parse?.(lines);
  if (parsed === undefined || parsed.ok) return { ok: true, lines };
  return refuse(three, `the merge could not be read: ${parsed.reason}`);
}

/** How many imports may come back for the user's own code: more than these, and a person should look. */
const MAY_RESTORE = 4;

const SAME_LINES = 'both sides changed the same lines';

/** Once without what both added, and, when the proof fails, once with it. */
function mergeProven<Tree>(
  language: Language<Tree>,
  three: Three,
  trees: ThreeTrees<Tree>,
  mayRestore: number,
): LinesMerge {
  const attempt = attemptMerge(language, three, trees, true);
  if ('lines' in attempt) return { ok: true, lines: attempt.lines };
  if ('parts' in attempt) return { ok: false, reason: SAME_LINES, parts: attempt.parts };
  const second = attemptMerge(language, three, trees, false);
  if ('lines' in second) return { ok: true, lines: second.lines };
  const restored = mayRestore > 0 && restore(language, three, trees, attempt.doubt, mayRestore);
  return restored || refuse(three, attempt.doubt.reason);
}

type Attempt =
  | { readonly lines: readonly string[] }
  | { readonly parts: readonly Part[] }
  | { readonly doubt: Doubt };

function attemptMerge<Tree>(
  language: Language<Tree>,
  three: Three,
  trees: ThreeTrees<Tree>,
  dedupe: boolean,
): Attempt {
  const { combining } = language;
  let combined = false;
  const parts = mergeLines(three, (group) => {
    if (combining === undefined) return undefined;
    const lines = combineGroup(group, { three, trees, combining }, dedupe);
    if (lines === undefined) return undefined;
    combined = true;
    return [{ lines }];
  });
  if (conflictsIn(parts).length > 0) return { parts };
  const merged = parts.flatMap((part) => ('lines' in part ? part.lines : []));
  const tidy = dedupe ? (language.dropDoubles?.(merged, trees.base) ?? merged) : merged;
  return proveLines(language, tidy, trees, combined);
}

function proveLines<Tree>(
  language: Language<Tree>,
  merged: readonly MergedLine[],
  trees: ThreeTrees<Tree>,
  combined: boolean,
): Attempt {
  const texts = merged.map(({ text }) => text);
  const lines = language.mend?.(texts) ?? texts;
  const result = language.parse(lines.join('\n'));
  if (!result.ok) return { doubt: { reason: `the merge could not be read: ${result.reason}` } };
  const doubt = language.prove({ ...trees, result: result.tree }, combined);
  return doubt === undefined ? { lines } : { doubt };
}

function restore<Tree>(
  language: Language<Tree>,
  three: Three,
  trees: ThreeTrees<Tree>,
  { lostName }: Doubt,
  mayRestore: number,
): LinesMerge | undefined {
  if (lostName === undefined) return undefined;
  const lines = language.restoreName?.(lostName, trees, three);
  if (lines === undefined) return undefined;
  const next = language.parse(lines.join('\n'));
  const keyed = { lines, keys: lines.map(language.toKey) };
  const again = compareThree(three.base, three.mine, keyed);
  if (!next.ok || again === undefined) return undefined;
  const merge = mergeProven(language, again, { ...trees, next: next.tree }, mayRestore - 1);
  return merge.ok ? merge : undefined;
}

function refuse(three: Three, reason: string): LinesMerge {
  const plain = mergeLines(three);
  const parts = conflictsIn(plain).length > 0 ? plain : markEveryChange(three);
  return { ok: false, reason, parts };
}

function rewritten({ base, mine, next }: ThreeLines): LinesMerge {
  const parts = [{ conflict: { line: 1, mine, base, next } }];
  return { ok: false, reason: 'nearly every line differs', parts };
}
