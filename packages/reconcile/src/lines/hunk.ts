import { findAnchors } from './anchors.ts';
import { findShortestEdit, type Edit } from './shortest-edit.ts';

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

/** A stretch that differs in more lines than this is called rewritten: the cost grows with its square. */
const MAX_EDITS = 400;

/** Where a hunk stands that fits at several places: as a reader would name it, or last, as git has it. */
export type Standing = 'outermost' | 'last';

/** The hunks that make `other` out of `base`, or undefined when nearly everything differs. Lines are compared by key. */
export function findHunks(
  base: readonly string[],
  other: readonly string[],
  side: Side,
  standing: Standing = 'outermost',
): readonly Hunk[] | undefined {
  const hunks = findBetweenEnds(base, other, side);
  return hunks && slideAll(hunks, base, other, standing);
}

/** What both texts begin and end with needs no comparing. */
function findBetweenEnds(
  base: readonly string[],
  other: readonly string[],
  side: Side,
): readonly Hunk[] | undefined {
  const most = Math.min(base.length, other.length);
  let head = 0;
  while (head < most && base[head] === other[head]) head++;
  let tail = 0;
  while (tail < most - head && base.at(-1 - tail) === other.at(-1 - tail)) tail++;
  const [old, fresh] = [base, other].map((lines) => lines.slice(head, lines.length - tail));
  const edits = findShortestEdit(old!, fresh!, MAX_EDITS);
  if (edits !== undefined) return toHunks(edits, side, head, head);
  return findFarHunks(old!, fresh!, side)?.map((hunk) => moveBy(hunk, head, head));
}

/** Compares texts that differ much stretch by stretch, between the lines that both have once. */
function findFarHunks(
  base: readonly string[],
  other: readonly string[],
  side: Side,
): readonly Hunk[] | undefined {
  const anchors = findAnchors(base, other);
  if (anchors.length === 0) return undefined;
  const hunks: Hunk[] = [];
  let [start, from] = [0, 0];
  for (const [end, to] of [...anchors, [base.length, other.length] as const]) {
    const stretch = { side, start, end, from, to };
    for (const hunk of hunksOfStretch(stretch, base, other)) push(hunks, hunk);
    [start, from] = [end, to];
  }
  return hunks;
}

function hunksOfStretch(
  stretch: Hunk,
  base: readonly string[],
  other: readonly string[],
): readonly Hunk[] {
  const { side, start, end, from, to } = stretch;
  if (start === end || from === to) return start === end && from === to ? [] : [stretch];
  const [old, fresh] = [base.slice(start, end), other.slice(from, to)];
  const edits = findShortestEdit(old, fresh, MAX_EDITS);
  return edits === undefined ? [stretch] : toHunks(edits, side, start, from);
}

function toHunks(
  edits: readonly Edit[],
  side: Side,
  inBase: number,
  inOther: number,
): readonly Hunk[] {
  return edits.map((edit) => moveBy({ side, ...edit }, inBase, inOther));
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
  standing: Standing,
): readonly Hunk[] {
  const slid: Hunk[] = [];
  hunks.forEach((hunk, index) => {
    const floor = slid.at(-1)?.end ?? -1;
    const ceiling = hunks[index + 1]?.start ?? base.length + 1;
    slid.push(slide(hunk, base, other, { floor, ceiling, standing }));
  });
  return slid;
}

/** The lines of base that a hunk may move between. */
interface Room {
  readonly floor: number;
  readonly ceiling: number;
  readonly standing: Standing;
}

function slide(
  hunk: Hunk,
  base: readonly string[],
  other: readonly string[],
  { floor, ceiling, standing }: Room,
): Hunk {
  const insertion = hunk.start === hunk.end;
  if (!insertion && hunk.from !== hunk.to) return hunk;
  const lines = insertion ? other : base;
  const [first, last] = insertion ? [hunk.from, hunk.to] : [hunk.start, hunk.end];
  let up = 0;
  while (hunk.start - up - 1 > floor && lines[first - up - 1] === lines[last - up - 1]) up++;
  let down = 0;
  while (hunk.end + down + 1 < ceiling && lines[first + down] === lines[last + down]) down++;
  if (standing === 'last') return moveBy(hunk, down, down);
  let best = -up;
  for (let by = -up + 1; by <= down; by++) {
    if (startDepth(lines, first + by, last + by) < startDepth(lines, first + best, last + best)) {
      best = by;
    }
  }
  return moveBy(hunk, best, best);
}

function moveBy({ side, start, end, from, to }: Hunk, inBase: number, inOther: number): Hunk {
  return {
    side,
    start: start + inBase,
    end: end + inBase,
    from: from + inOther,
    to: to + inOther,
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
