import { toGroups, type Group } from './group.ts';
import { mergedLines, unchangedLines, type MergedLine, type Part } from './merged.ts';
import { linesOf, rangeOf, type Three } from './three.ts';

/** A group of hunks and what became of it: undefined where only a person can decide. */
export interface JoinedGroup {
  readonly group: Group;
  readonly lines: readonly MergedLine[] | undefined;
}

/** All groups, in order: what one side changed is taken, and what both changed alike; the rest is undefined. */
export function joinGroups(three: Three): readonly JoinedGroup[] {
  return toGroups(three.mine.hunks, three.next.hunks).map((group) => ({
    group,
    lines: oneSide(group, three) ?? sameChange(group, three),
  }));
}

/** Walks base and puts the groups in: what is undefined becomes a conflict. */
export function mergeLines(three: Three, joined: readonly JoinedGroup[]): readonly Part[] {
  const parts: Part[] = [];
  let index = 0;
  for (const { group, lines } of joined) {
    parts.push({ lines: unchangedLines(three, index, group.start) });
    parts.push(...(lines === undefined ? conflictOf(group, three) : [{ lines }]));
    index = group.end;
  }
  parts.push({ lines: unchangedLines(three, index, three.base.lines.length) });
  return parts;
}

/** Walks base and shows every change of the generator as a conflict, also those that would merge by lines. */
export function markEveryChange(three: Three): readonly Part[] {
  const joined = joinGroups(three).map(({ group, lines }) => ({
    group,
    lines: group.next.length > 0 ? undefined : lines,
  }));
  return mergeLines(three, joined);
}

/** The lines of a group that only one side changed, or undefined. */
function oneSide(group: Group, three: Three): readonly MergedLine[] | undefined {
  if (group.next.length === 0) return mergedLines(linesOf(three, 'mine', group), 'mine');
  if (group.mine.length === 0) return mergedLines(linesOf(three, 'next', group), 'next');
  return undefined;
}

/** The lines of a group that both sides changed to the same, or undefined. */
function sameChange(group: Group, three: Three): readonly MergedLine[] | undefined {
  const mine = three.mine.keys.slice(...rangeOf(three, 'mine', group));
  const next = three.next.keys.slice(...rangeOf(three, 'next', group));
  const same = mine.length === next.length && mine.every((key, index) => key === next[index]);
  return same ? mergedLines(linesOf(three, 'mine', group), 'mine') : undefined;
}

/** The group as a conflict; lines that both sides have at its start or end are no part of it. */
function conflictOf(group: Group, three: Three): readonly Part[] {
  const [first] = rangeOf(three, 'mine', group);
  const mine = linesOf(three, 'mine', group);
  const next = linesOf(three, 'next', group);
  const base = three.base.lines.slice(group.start, group.end);
  const head = commonStart(mine, next);
  const tail = commonStart(mine.slice(head).reverse(), next.slice(head).reverse());
  const middle = (lines: readonly string[]) => lines.slice(head, lines.length - tail);
  return [
    { lines: mergedLines(mine.slice(0, head), 'mine') },
    { conflict: { line: first + head + 1, mine: middle(mine), base, next: middle(next) } },
    { lines: mergedLines(mine.slice(mine.length - tail), 'mine') },
  ];
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count++;
  return count;
}
