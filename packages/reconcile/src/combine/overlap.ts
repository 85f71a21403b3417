import type { Hunk } from '../lines/hunk.ts';
import type { Three } from '../lines/three.ts';

/** True when hunks of both sides change one line of base, each otherwise: neither to the same, nor both away. */
export function haveOverlap(hunks: readonly Hunk[], three: Three): boolean {
  const [mine, next] = [hunks.filter(isMine), hunks.filter((hunk) => !isMine(hunk))];
  return mine.some((one) =>
    next.some((other) => overlap(one, other) && !isSettled(one, other, three)),
  );
}

/** True when both replace or remove the same lines in the same way. */
export function isSameHunk(one: Hunk, other: Hunk, three: Three): boolean {
  if (one.start !== other.start || one.end !== other.end) return false;
  const [a, b] = [keysOf(one, three), keysOf(other, three)];
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

function isSettled(one: Hunk, other: Hunk, three: Three): boolean {
  if (isDeletion(one, three) && isDeletion(other, three)) return isOneDepth(one, other, three);
  return isSameRange(one, other) || isSameHunk(one, other, three);
}

/** True when both replace the same lines: what stands in them may be merged statement by statement. */
export function isSameRange(one: Hunk, other: Hunk): boolean {
  return one.start === other.start && one.end === other.end && one.start < one.end;
}

/** Lines removed from what the other side removes as a whole are an edit of it; whole neighbours are not. */
function isOneDepth(one: Hunk, other: Hunk, { base }: Three): boolean {
  const [depth, otherDepth] = [one, other].map(({ start, end }) => {
    const written = base.lines.slice(start, end).filter((line) => line.trim() !== '');
    return Math.min(...written.map((line) => line.search(/\S/)));
  });
  return depth === otherDepth;
}

/** True when lines went, and none of them stands elsewhere now. */
function isDeletion({ side, start, end, from, to }: Hunk, three: Three): boolean {
  if (from < to) return false;
  const added = new Set(
    three[side].hunks.flatMap((hunk) => three[side].keys.slice(hunk.from, hunk.to)),
  );
  return !three.base.keys.slice(start, end).some((key) => key.trim() !== '' && added.has(key));
}

function overlap(one: Hunk, other: Hunk): boolean {
  return one.start < other.end && other.start < one.end;
}

function isMine({ side }: Hunk): boolean {
  return side === 'mine';
}

function keysOf({ side, from, to }: Hunk, three: Three): readonly string[] {
  return three[side].keys.slice(from, to);
}
