/** Milliseconds that two sorts of request took, asked for in turn. */
export interface Pairs {
  readonly known: readonly number[];
  readonly unknown: readonly number[];
}

/** What the times give away. */
export interface Comparison {
  /** Medians in milliseconds. */
  readonly known: number;
  readonly unknown: number;
  /** Their difference, of the median of the unknown: 0.05 is five percent. */
  readonly difference: number;
  /** Between which two the difference lies, in 99 of 100 samples that are drawn from the pairs. */
  readonly interval: readonly [number, number];
  /** Whether they are the same as far as can be told: less than five percent apart, and maybe none. */
  readonly isSame: boolean;
}

const SAMPLES = 2000;
const LEAST = 0.05;

/**
 * Compares medians, which the few requests that something else held up do not move. What the difference is worth is
 * found by drawing pairs from the pairs again and again (the bootstrap). The same pairs give the same answer.
 */
export function compareTimes(pairs: Pairs): Comparison {
  const random = drawn(1);
  const drawnDifferences = Array.from({ length: SAMPLES }, () =>
    differenceOf(draw(pairs, random)),
  ).sort((a, b) => a - b);
  const at = (share: number): number => drawnDifferences[Math.floor(share * (SAMPLES - 1))]!;
  const [low, high] = [at(0.005), at(0.995)];
  const difference = differenceOf(pairs);
  return {
    known: median(pairs.known),
    unknown: median(pairs.unknown),
    difference,
    interval: [low, high],
    isSame: Math.abs(difference) < LEAST && low <= 0 && high >= 0,
  };
}

function differenceOf({ known, unknown }: Pairs): number {
  return median(known) / median(unknown) - 1;
}

/** Pairs stay together: what held up both of one says nothing. */
function draw({ known, unknown }: Pairs, random: () => number): Pairs {
  const chosen = known.map(() => Math.floor(random() * known.length));
  return {
    known: chosen.map((index) => known[index]!),
    unknown: chosen.map((index) => unknown[index]!),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = Float64Array.from(numbers).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
