/** One line put in or taken out, where `start` lines of base and `from` lines of the other text lie before it. */
interface Step {
  readonly before: Step | undefined;
  readonly start: number;
  readonly from: number;
  readonly added: boolean;
}

/** Lines [start, end) of one text for lines [from, to) of the other. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The fewest lines put in and taken out that make `other` out of `base`, in order; undefined when they are more than
 * `most`. By Myers' greedy algorithm: for each number of edits, how far each diagonal (lines taken out less lines put
 * in) gets; a diagonal that hit an end of a text is not followed beyond it.
 */
export function findShortestEdit(
  base: readonly string[],
  other: readonly string[],
  most: number,
): readonly Edit[] | undefined {
  const limit = Math.min(most, base.length + other.length);
  const zero = limit + 1;
  const reached = new Int32Array(2 * zero + 1).fill(NOWHERE);
  const steps: (Step | undefined)[] = new Array<Step | undefined>(reached.length).fill(undefined);
  let start = countEqual(base, other, 0, 0);
  if (start === base.length && start === other.length) return [];
  reached[zero] = start;
  let [lowest, highest] = [-limit, limit];
  for (let count = 1; count <= limit; count++) {
    const last = Math.min(highest, count);
    for (let diagonal = Math.max(lowest, -count); diagonal <= last; diagonal += 2) {
      const at = zero + diagonal;
      const [removing, adding] = [reached[at - 1]!, reached[at + 1]!];
      reached[at - 1] = NOWHERE;
      const from = adding - diagonal;
      const mayAdd = adding !== NOWHERE && from > 0 && from <= other.length;
      const mayRemove = removing !== NOWHERE && removing < base.length;
      reached[at] = NOWHERE;
      if (!mayAdd && !mayRemove) continue;
      const added = !mayRemove || (mayAdd && removing < adding);
      const step: Step = added
        ? { before: steps[at + 1], start: adding, from: from - 1, added }
        : { before: steps[at - 1], start: removing, from: removing + 1 - diagonal, added };
      start = added ? adding : removing + 1;
      start += countEqual(base, other, start, start - diagonal);
      const atEnd = start === base.length;
      const otherAtEnd = start - diagonal === other.length;
      if (atEnd && otherAtEnd) return toEdits(step);
      reached[at] = start;
      steps[at] = step;
      if (atEnd) highest = Math.min(highest, diagonal - 1);
      if (otherAtEnd) lowest = Math.max(lowest, diagonal + 1);
    }
  }
  return undefined;
}

const NOWHERE = -1;

function countEqual(
  base: readonly string[],
  other: readonly string[],
  start: number,
  from: number,
): number {
  const most = Math.min(base.length - start, other.length - from);
  let count = 0;
  while (count < most && base[start + count] === other[from + count]) count++;
  return count;
}

/** The steps that led here, those that follow each other as one. */
function toEdits(last: Step): readonly Edit[] {
  const edits: Edit[] = [];
  for (let step: Step | undefined = last; step !== undefined; step = step.before) {
    const { start, from, added } = step;
    const [end, to] = added ? [start, from + 1] : [start + 1, from];
    const after = edits.at(-1);
    const joins = after !== undefined && after.start === end && after.from === to;
    if (joins) edits[edits.length - 1] = { start, end: after.end, from, to: after.to };
    else edits.push({ start, end, from, to });
  }
  return edits.reverse();
}
