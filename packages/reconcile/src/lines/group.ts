import type { Hunk } from './hunk.ts';

/** Hunks of both sides that touch or overlap, over the lines [start, end) of base. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly mine: readonly Hunk[];
  readonly next: readonly Hunk[];
}

/** The hunks of both sides, in the order of base, grouped where they touch. */
export function toGroups(mine: readonly Hunk[], next: readonly Hunk[]): readonly Group[] {
  const groups: Group[] = [];
  const all = [...mine, ...next].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const hunk of all) {
    const last = groups.at(-1);
    if (last === undefined || hunk.start > last.end) groups.push(toGroup([hunk]));
    else groups[groups.length - 1] = toGroup([...last.mine, ...last.next, hunk]);
  }
  return groups;
}

/** One group of these hunks. */
export function toGroup(hunks: readonly Hunk[]): Group {
  return {
    start: Math.min(...hunks.map(({ start }) => start)),
    end: Math.max(...hunks.map(({ end }) => end)),
    mine: hunks.filter(({ side }) => side === 'mine'),
    next: hunks.filter(({ side }) => side === 'next'),
  };
}
