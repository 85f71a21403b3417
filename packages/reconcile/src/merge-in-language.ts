import { combineGroup } from './combine/combine-group.ts';
import { widenGroups } from './combine/widen-groups.ts';
import type { Doubt, Language, Parsed, ThreeTrees } from './language.ts';
import { conflictsIn, markedLines } from './lines/markers.ts';
import type { MergedLine, Part } from './lines/merged.ts';
import { joinGroups, markEveryChange, mergeLines, type JoinedGroup } from './lines/merge-lines.ts';
import { withSharedEdits } from './lines/shared-edits.ts';
import { compareThree, type Three } from './lines/three.ts';

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
  const three = compare(language, lines);
  if (three === undefined) return rewritten(lines);
  const [mine, next] = [language.parse(lines.mine), language.parse(lines.next)];
  const base = language.parse(lines.base);
  if (mine.ok && next.ok) {
    const alike = compareAlike(language, three);
    const sides = { mine: mine.tree, next: next.tree };
    const shared = alike && mergeTrees(language, alike.three, { ...sides, base: alike.base });
    if (shared?.ok && isProven(language, shared.lines, base, sides)) return shared;
    if (base.ok) return mergeTrees(language, three, { ...sides, base: base.tree });
    if (shared !== undefined) return shared;
  }
  if (base.ok && next.ok && !mine.ok)
    return refuse(three, `your file can't be read: ${mine.reason}`);
  return mergePlainly(three, mine.ok && next.ok ? language : undefined);
}

function mergeTrees<Tree>(
  language: Language<Tree>,
  three: Three,
  trees: ThreeTrees<Tree>,
): LinesMerge {
  const merge = mergeProven(language, three, trees, MAY_RESTORE);
  return merge.ok ? merge : (mergeApart(language, three, trees) ?? merge);
}

/** Lines that both sides changed alike may be different values: then the merge must be that from base itself, too. */
function isProven<Tree>(
  language: Language<Tree>,
  lines: readonly string[],
  base: Parsed<Tree>,
  sides: Pick<ThreeTrees<Tree>, 'mine' | 'next'>,
): boolean {
  const result = language.parse(lines);
  if (!language.isOfValues || !base.ok || !result.ok) return result.ok;
  return language.prove({ ...sides, base: base.tree, result: result.tree }, false) === undefined;
}

/** The three again from where both sides are alike, when that can be read; undefined when they did nothing alike. */
function compareAlike<Tree>(language: Language<Tree>, three: Three) {
  const lines = withSharedEdits(three);
  if (lines === undefined) return undefined;
  const base = language.parse(lines);
  const again = compare(language, { base: lines, mine: three.mine.lines, next: three.next.lines });
  return base.ok && again !== undefined ? { base: base.tree, three: again } : undefined;
}

function compare<Tree>({ toKey }: Language<Tree>, lines: ThreeLines): Three | undefined {
  const keyed = (text: readonly string[]) => ({ lines: text, keys: text.map(toKey) });
  return compareThree(keyed(lines.base), keyed(lines.mine), keyed(lines.next));
}

/** The last way: where nothing needs to be combined when hunks stand where git has them. */
function mergeApart<Tree>(
  language: Language<Tree>,
  three: Three,
  trees: ThreeTrees<Tree>,
): LinesMerge | undefined {
  const raw = compareThree(three.base, three.mine, three.next, 'last');
  if (raw === undefined) return undefined;
  const parts = mergeLines(raw, joinGroups(raw));
  if (conflictsIn(parts).length > 0) return undefined;
  const merged = parts.flatMap((part) => ('lines' in part ? part.lines : []));
  const attempt = proveLines(language, merged, trees, false);
  return 'lines' in attempt ? { ok: true, lines: attempt.lines } : undefined;
}

/** What can't be read gets lines alone: nothing is combined; what could be read must still be readable. */
function mergePlainly<Tree>(three: Three, language: Language<Tree> | undefined): LinesMerge {
  const parts = mergeLines(three, joinGroups(three));
  if (conflictsIn(parts).length > 0) return { ok: false, reason: SAME_LINES, parts };
  const lines = markedLines(parts);
  const parsed = language && language.parse(lines);
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
  const apart = joinGroups(three);
  const joined = combineGroups(language, apart, three, trees, dedupe);
  const combined = apart.some(({ lines }) => lines === undefined);
  const parts = mergeLines(three, joined);
  if (conflictsIn(parts).length > 0) return { parts };
  const merged = parts.flatMap((part) => ('lines' in part ? part.lines : []));
  const tidy = dedupe ? (language.dropDoubles?.(merged, trees.base) ?? merged) : merged;
  return proveLines(language, tidy, trees, combined);
}

function combineGroups<Tree>(
  { combining }: Language<Tree>,
  joined: readonly JoinedGroup[],
  three: Three,
  trees: ThreeTrees<Tree>,
  dedupe: boolean,
): readonly JoinedGroup[] {
  if (combining === undefined) return joined;
  const context = { three, trees, combining };
  const combined = joined.map(({ group, lines }) => ({
    group,
    lines: lines ?? combineGroup(group, context, dedupe),
  }));
  return widenGroups(combined, context);
}

function proveLines<Tree>(
  language: Language<Tree>,
  merged: readonly MergedLine[],
  trees: ThreeTrees<Tree>,
  combined: boolean,
): Attempt {
  const texts = merged.map(({ text }) => text);
  const lines = language.mend?.(texts) ?? texts;
  const result = language.parse(lines);
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
  const next = language.parse(lines);
  const keyed = { lines, keys: lines.map(language.toKey) };
  const again = compareThree(three.base, three.mine, keyed);
  if (!next.ok || again === undefined) return undefined;
  const merge = mergeProven(language, again, { ...trees, next: next.tree }, mayRestore - 1);
  return merge.ok ? merge : undefined;
}

function refuse(three: Three, reason: string): LinesMerge {
  const plain = mergeLines(three, joinGroups(three));
  const parts = conflictsIn(plain).length > 0 ? plain : markEveryChange(three);
  return { ok: false, reason, parts };
}

function rewritten({ base, mine, next }: ThreeLines): LinesMerge {
  const parts = [{ conflict: { line: 1, mine, base, next } }];
  return { ok: false, reason: 'nearly every line differs', parts };
}
