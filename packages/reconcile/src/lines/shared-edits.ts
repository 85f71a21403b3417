import { toGroups, type Group } from './group.ts';
import type { Side } from './hunk.ts';
import { rangeOf, type Three } from './three.ts';

/**
 * Base with what both sides did alike, so that only what they did apart is left to merge; undefined when they
 * did nothing alike. Otherwise an edit that both made would count twice, and hide that one side did no more.
 */
export function withSharedEdits(three: Three): readonly string[] | undefined {
  const lines: string[] = [];
  let index = 0;
  for (const group of toGroups(three.mine.hunks, three.next.hunks)) {
    const alike = sharedLines(group, three);
    if (alike === undefined) continue;
    lines.push(...three.base.lines.slice(index, group.start), ...alike);
    index = group.end;
  }
  return index === 0 ? undefined : [...lines, ...three.base.lines.slice(index)];
}

/** What both sides begin and end this group with, around what one of them left as it was in base. */
function sharedLines(group: Group, three: Three): readonly string[] | undefined {
  if (group.mine.length === 0 || group.next.length === 0) return undefined;
  const base = three.base.keys.slice(group.start, group.end);
  const [mine, next] = [keysOf('mine', group, three), keysOf('next', group, three)];
  const head = Math.min(commonStart(mine, next), startOfBoth(group));
  const tail = Math.min(
    commonStart(mine.slice(head).reverse(), next.slice(head).reverse()),
    endOfBoth(group),
  );
  for (const side of [mine, next]) {
    const kept = side.slice(head, side.length - tail);
    const at = findKept(kept, base, head, tail);
    if (at === undefined) continue;
    const [first, last] = rangeOf(three, 'mine', group);
    const old = three.base.lines.slice(group.start + at, group.start + at + kept.length);
    const { lines } = three.mine;
    return [...lines.slice(first, first + head), ...old, ...lines.slice(last - tail, last)];
  }
  return undefined;
}

/**
 * Where base has these lines: at its end behind a new start, at its start before a new end. Nothing is what a
 * side left when all of base became the new start and end: else it may have removed what the other changed.
 */
function findKept(
  kept: readonly string[],
  base: readonly string[],
  head: number,
  tail: number,
): number | undefined {
  if (kept.length === 0) return base.length <= head + tail ? 0 : undefined;
  const last = base.length - kept.length;
  const places = head > 0 && tail > 0 ? [...base.keys()] : head > 0 ? [last] : tail > 0 ? [0] : [];
  return places.find(
    (at) => at >= 0 && at <= last && kept.every((key, index) => key === base[at + index]),
  );
}

/** How many lines both sides put in from one place of base on. */
function startOfBoth({ mine: [one], next: [other] }: Group): number {
  return one!.start === other!.start ? Math.min(one!.to - one!.from, other!.to - other!.from) : 0;
}

/** How many lines both sides put in up to one place of base. */
function endOfBoth({ mine, next }: Group): number {
  const [one, other] = [mine.at(-1)!, next.at(-1)!];
  return one.end === other.end ? Math.min(one.to - one.from, other.to - other.from) : 0;
}

function keysOf(side: Side, group: Group, three: Three): readonly string[] {
  return three[side].keys.slice(...rangeOf(three, side, group));
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count++;
  return count;
}
