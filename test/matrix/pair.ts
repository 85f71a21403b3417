import { ABSENT, type Factor, type Part } from './factor.ts';

/** Two levels of two factors, as a text that tells it from others. */
export type PairKey = string;

/** The key of two levels; the lower factor comes first. */
export function keyOf(one: Part, other: Part): PairKey {
  return one[0] < other[0] ? `${one.join('=')},${other.join('=')}` : keyOf(other, one);
}

/** The pairs among these levels; what is absent makes none. */
export function pairsAmong(parts: readonly Part[]): readonly PairKey[] {
  const there = parts.filter(([, level]) => level !== ABSENT);
  return there.flatMap((one, index) => there.slice(index + 1).map((other) => keyOf(one, other)));
}

/** Every two levels of two factors, whether they can meet or not. */
export function everyPair(factors: readonly Factor[]): readonly (readonly [Part, Part])[] {
  const parts = factors.map(({ levels }, factor) =>
    [...levels.keys()].map((level): Part => [factor, level]),
  );
  return parts.flatMap((own, factor) =>
    parts
      .slice(factor + 1)
      .flat()
      .flatMap((other) => own.map((one) => [one, other] as const)),
  );
}
