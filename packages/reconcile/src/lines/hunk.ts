import { diffArrays } from 'diff';

/** Whose lines: the user's or the generator's. */
export type Side = 'mine' | 'next';

/** The lines [start, end) of base became the lines [from, to) of one side. */
export interface Hunk {
  readonly side: Side;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Two texts that differ in more lines than this are called rewritten: the cost grows with its square. */
const MAX_EDITS = 1000;

/** The hunks that make `other` out of `base`, or undefined when nearly everything differs. Lines are compared by key. */
export function findHunks(
  base: readonly string[],
  other: readonly string[],
  side: Side,
): readonly Hunk[] | undefined {
  const changes = diffArrays([...base], [...other], { maxEditLength: MAX_EDITS });
  if (changes === undefined) return undefined;
  return slideAll(toHunks(changes, side), base, other);
}

interface Edit {
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

function toHunks(changes: readonly Edit[], side: Side): Hunk[] {
  const hunks: Hunk[] = [];
  let [start, from] = [0, 0];
  for (const change of changes) {
    const end = start + (change.added ? 0 : change.count);
    const to = from + (change.removed ? 0 : change.count);
    if (change.added || change.removed) push(hunks, { side, start, end, from, to });
    [start, from] = [end, to];
  }
  return hunks;
}

function push(hunks: Hunk[], hunk: Hunk): void {
  const last = hunks.at(-1);
  if (last === undefined || last.end < hunk.start || last.to < hunk.from) {
    hunks.push(hunk);
    return;
  }
  hunks[hunks.length - 1] = { ...last, end: hunk.end, to: hunk.to };
}

/**
 * A pure insertion or deletion often fits at several places ("}, {" against "{ }, "): take the one that a
 * reader would name, which starts at the outermost line and takes the blank lines before it along.
 */
function slideAll(
  hunks: readonly Hunk[],
  base: readonly string[],
  other: readonly string[],
): readonly Hunk[] {
  const slid: Hunk[] = [];
  hunks.forEach((hunk, index) => {
    const floor = slid.at(-1)?.end ?? -1;
    const ceiling = hunks[index + 1]?.start ?? base.length + 1;
    slid.push(slide(hunk, base, other, floor, ceiling));
  });
  return slid;
}

function slide(
  hunk: Hunk,
  base: readonly string[],
  other: readonly string[],
  floor: number,
  ceiling: number,
): Hunk {
  const insertion = hunk.start === hunk.end;
  if (!insertion && hunk.from !== hunk.to) return hunk;
  const lines = insertion ? other : base;
  const [first, last] = insertion ? [hunk.from, hunk.to] : [hunk.start, hunk.end];
  let up = 0;
  while (hunk.start - up - 1 > floor && lines[first - up - 1] === lines[last - up - 1]) up++;
  let down = 0;
  while (hunk.end + down + 1 < ceiling && lines[first + down] === lines[last + down]) down++;
  let best = -up;
  for (let by = -up + 1; by <= down; by++) {
    if (startDepth(lines, first + by, last + by) < startDepth(lines, first + best, last + best)) {
      best = by;
    }
  }
  return moved(hunk, best);
}

function moved(hunk: Hunk, by: number): Hunk {
  return {
    ...hunk,
    start: hunk.start + by,
    end: hunk.end + by,
    from: hunk.from + by,
    to: hunk.to + by,
  };
}

/** How a block of lines begins: a closing bracket is the worst, then deep indentation. */
function startDepth(lines: readonly string[], first: number, last: number): number {
  for (let index = first; index < last; index++) {
    const line = lines[index]!;
    if (line.trim() === '') continue;
    return (/^\s*[)\]}]/.test(line) ? 1000 : 0) + line.search(/\S/);
  }
  return 0;
}
