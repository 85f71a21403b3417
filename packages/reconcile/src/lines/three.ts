import { findHunks, type Hunk, type Side, type Standing } from './hunk.ts';
import type { Group } from './group.ts';

/** One text as lines and as the keys that lines are compared by. */
export interface KeyedLines {
  readonly lines: readonly string[];
  readonly keys: readonly string[];
}

/** One side: its lines, its hunks, and where each unchanged line of base (and base's end) stands in it. */
export interface SideLines extends KeyedLines {
  readonly hunks: readonly Hunk[];
  readonly at: readonly number[];
}

/** Base and both sides with the hunks between them: what every merging rule looks at. */
export interface Three {
  readonly base: KeyedLines;
  readonly mine: SideLines;
  readonly next: SideLines;
}

/** Compares both sides with base; undefined when one of them is nearly all rewritten. */
export function compareThree(
  base: KeyedLines,
  mine: KeyedLines,
  next: KeyedLines,
  standing: Standing = 'outermost',
): Three | undefined {
  const mineHunks = findHunks(base.keys, mine.keys, 'mine', standing);
  const nextHunks = findHunks(base.keys, next.keys, 'next', standing);
  if (mineHunks === undefined || nextHunks === undefined) return undefined;
  return {
    base,
    mine: toSide(base, mine, mineHunks),
    next: toSide(base, next, nextHunks),
  };
}

/** The same three with these hunks only: what one side would be without its other edits. */
export function toSide(base: KeyedLines, side: KeyedLines, hunks: readonly Hunk[]): SideLines {
  const at: number[] = [];
  let shift = 0;
  for (const hunk of hunks) {
    while (at.length < hunk.end) at.push(at.length + shift);
    shift += hunk.to - hunk.from - (hunk.end - hunk.start);
  }
  while (at.length <= base.lines.length) at.push(at.length + shift);
  return { ...side, hunks, at };
}

/** Which lines of a side stand for the lines of base that a group covers. */
export function rangeOf(three: Three, side: Side, group: Group): readonly [number, number] {
  const hunks = group[side];
  if (hunks.length === 0) {
    const first = three[side].at[group.start]!;
    return [first, first + group.end - group.start];
  }
  const [first, last] = [hunks[0]!, hunks.at(-1)!];
  return [first.from - (first.start - group.start), last.to + (group.end - last.end)];
}

/** The lines of a side that stand for the lines of base that a group covers. */
export function linesOf(three: Three, side: Side, group: Group): readonly string[] {
  return three[side].lines.slice(...rangeOf(three, side, group));
}
