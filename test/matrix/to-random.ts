/** Chance that is the same on each machine: a whole number from 0 below a limit, from a seed (mulberry32). */
export function toRandom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** The items in an order of chance. */
export function shuffled<T>(items: readonly T[], below: (limit: number) => number): readonly T[] {
  const left = [...items];
  return items.map(() => left.splice(below(left.length), 1)[0]!);
}
