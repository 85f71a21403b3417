import fc, { type Arbitrary, type GeneratorValue } from 'fast-check';

/** Chance, where what is drawn next depends on what came of the last. */
export interface Draw {
  /** A whole number from 0 below `limit`. */
  readonly below: (limit: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** Some of them, in their order; at most `most`. */
  readonly some: <T>(items: readonly T[], most: number) => readonly T[];
  readonly shuffled: <T>(items: readonly T[]) => readonly T[];
}

/** A draw from fast-check's values. Bias would draw the first of a list most of the time. */
export function toDraw(value: GeneratorValue): Draw {
  const below = (limit: number): number => value(even, limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
  const shuffled = <T>(items: readonly T[]): readonly T[] => {
    const left = [...items];
    return items.map(() => left.splice(below(left.length), 1)[0]!);
  };
  return {
    below,
    pick,
    shuffled,
    happens: (probability) => below(1000) < probability * 1000,
    some: (items, most) => {
      const wanted = new Set(shuffled([...items.keys()]).slice(0, below(most + 1)));
      return items.filter((_, index) => wanted.has(index));
    },
  };
}

function even(limit: number): Arbitrary<number> {
  return fc.noBias(fc.nat({ max: limit - 1 }));
}
