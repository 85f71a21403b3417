/** How often each thing is there. */
export type Counts = ReadonlyMap<string, number>;

/** One thing that is there too often or too rarely in a result. */
export interface Breach {
  readonly thing: string;
  readonly what: 'doubled' | 'lost' | 'kept';
}

/** Counts things. */
export function countAll(things: Iterable<string>): Counts {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}

/**
 * The law of a merge: result = mine + next - base, for each thing. What both sides added or removed may
 * have been the same deed, so that it counts once or twice. Returns the first breach, or undefined.
 */
export function findBreach(
  base: Counts,
  mine: Counts,
  next: Counts,
  result: Counts,
): Breach | undefined {
  for (const thing of new Set([...result.keys(), ...mine.keys(), ...next.keys()])) {
    const [b, m, n, r] = [base, mine, next, result].map((counts) => counts.get(thing) ?? 0) as [
      number,
      number,
      number,
      number,
    ];
    const sum = m + n - b;
    const [least, most] = [
      Math.min(sum, ...together(b, m, n)),
      Math.max(sum, ...together(b, m, n)),
    ];
    if (r > most) return { thing, what: r > Math.max(m, n) ? 'doubled' : 'kept' };
    if (r < least) return { thing, what: 'lost' };
  }
  return undefined;
}

/** The count when both sides did the same to it. */
function together(base: number, mine: number, next: number): readonly number[] {
  if (mine > base && next > base) return [Math.max(mine, next)];
  if (mine < base && next < base) return [Math.min(mine, next), 0];
  return [];
}
