/** A seeded source of chance: the same seed gives the same case on every machine. */
export interface Chance {
  /** A whole number from 0 below `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** Each item with that probability, in order. */
  readonly some: <T>(items: readonly T[], probability: number) => readonly T[];
  readonly happens: (probability: number) => boolean;
}

/** Chance from a seed (mulberry32). */
export function toChance(seed: number): Chance {
  let state = seed | 0;
  const draw = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(draw() * limit);
  return {
    below,
    pick: (items) => items[below(items.length)]!,
    some: (items, probability) => items.filter(() => draw() < probability),
    happens: (probability) => draw() < probability,
  };
}
