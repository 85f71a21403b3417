import type { Insertion } from '../language.ts';
import { toGroup, type Group } from '../lines/group.ts';
import type { Hunk } from '../lines/hunk.ts';
import { mergedLines, unchangedLines, type MergedLine } from '../lines/merged.ts';
import type { Three } from '../lines/three.ts';
import { withoutShared } from './dedupe.ts';
import type { ItemContext } from './explode.ts';
import { interleaveSorted } from './interleave-sorted.ts';
import { mergeStatements } from './merge-statements.ts';
import { isSameHunk, isSameRange } from './overlap.ts';

/** Applies hunks that touch but don't overlap, by position; undefined where only a person knows the order. */
export function combineHunks<Tree>(
  group: Group,
  hunks: readonly Hunk[],
  context: ItemContext<Tree>,
  dedupe: boolean,
): readonly MergedLine[] | undefined {
  const { three, trees, combining } = context;
  if (!mayStandBeside(hunks, context)) return undefined;
  const lines: MergedLine[] = [];
  let index = group.start;
  const sorted = [...hunks].sort(byPosition);
  for (let at = 0; at < sorted.length; at++) {
    const [hunk, after] = [sorted[at]!, sorted[at + 1]];
    if (hunk.start > index) lines.push(...unchangedLines(three, index, hunk.start));
    index = Math.max(index, hunk.end);
    if (after !== undefined && hunk.side !== after.side && isSameHunk(hunk, after, three)) {
      lines.push(...linesOfHunk(hunk.side === 'mine' ? hunk : after, three));
      at++;
    } else if (after !== undefined && hunk.side !== after.side && isSameRange(hunk, after)) {
      const blended = mergeStatements(toGroup([hunk, after]), context);
      if (blended === undefined) return undefined;
      lines.push(...blended);
      at++;
    } else if (after !== undefined && meets(hunk, after)) {
      const [mine, next] = hunk.side === 'mine' ? [hunk, after] : [after, hunk];
      const met = joinInsertions(mine, next);
      if (met === undefined) return undefined;
      lines.push(...met);
      at++;
    } else lines.push(...linesOfHunk(hunk, three));
  }
  return [...lines, ...unchangedLines(three, index, group.end)];

  function joinInsertions(mine: Hunk, next: Hunk): readonly MergedLine[] | undefined {
    const both = [toInsertion(mine, three), toInsertion(next, three)] as const;
    const kept = dedupe ? withoutShared(both[0], both[1], context) : both[1];
    const first = kept.lines.length === 0 ? 'mine' : combining.meet(both[0], kept, trees);
    if (first === undefined) return undefined;
    const whole = kept.lines.length === both[1].lines.length;
    const sorted = whole ? interleaveSorted(both, mine.start, context) : undefined;
    if (sorted !== undefined) return sorted;
    const [ofMine, ofNext] = [mergedLines(both[0].lines, 'mine'), mergedLines(kept.lines, 'next')];
    return first === 'mine' ? [...ofMine, ...ofNext] : [...ofNext, ...ofMine];
  }
}

/** By start; what is put in before a line goes before what replaces it. */
function byPosition(one: Hunk, other: Hunk): number {
  return one.start - other.start || one.end - other.end || (one.side < other.side ? -1 : 1);
}

function meets(one: Hunk, other: Hunk): boolean {
  const insertions = one.start === one.end && other.start === other.end;
  return insertions && one.start === other.start && one.side !== other.side;
}

/** True when no insertion stands beside lines that the other side replaced by what it depends on. */
export function mayStandBeside<Tree>(hunks: readonly Hunk[], context: ItemContext<Tree>): boolean {
  const { three, trees, combining } = context;
  return hunks.every((insertion) => {
    if (insertion.start !== insertion.end) return true;
    const touching = hunks.filter(
      (hunk) =>
        hunk.side !== insertion.side &&
        hunk.end > hunk.start &&
        (hunk.end === insertion.start || hunk.start === insertion.start),
    );
    const inserted = toInsertion(insertion, three);
    return touching.every((hunk) =>
      hunk.to > hunk.from
        ? combining.beside(inserted, hunk, trees)
        : (combining.besideRemoval?.(inserted) ?? true),
    );
  });
}

function toInsertion({ side, from, to }: Hunk, three: Three): Insertion {
  return { side, from, to, lines: three[side].lines.slice(from, to) };
}

function linesOfHunk({ side, from, to }: Hunk, three: Three): readonly MergedLine[] {
  return mergedLines(three[side].lines.slice(from, to), side);
}
