import { choicesOf, type Constraint, type Factor, type Part, type Row } from './factor.ts';

/** Levels of one factor, in the order in which they are tried. */
export type Preference = (factor: number, levels: readonly number[]) => readonly number[];

/** What there is to decide, and what must not come together. */
export interface Problem {
  readonly factors: readonly Factor[];
  readonly constraints: readonly Constraint[];
}

/**
 * A row with these levels that no constraint forbids, or null when there is none: tried to the end, so null is a proof.
 * What is given is decided first, then what is tied to most, so that what cannot go together is seen at once.
 */
export function complete(
  { factors, constraints }: Problem,
  parts: readonly Part[],
  prefer: Preference = (_, levels) => levels,
): Row | null {
  const given = new Map(parts);
  if (parts.some(([factor, level]) => given.get(factor) !== level)) return null;
  const ties = factors.map(() => 0);
  for (const [factor] of constraints.flat()) ties[factor]!++;
  const free = [...factors.keys()].filter((factor) => !given.has(factor));
  const order = [...given.keys(), ...free.sort((one, other) => ties[other]! - ties[one]!)];
  const row: (number | undefined)[] = factors.map(() => undefined);
  const isForbidden = (factor: number): boolean =>
    constraints.some(
      (one) =>
        one.some(([part]) => part === factor) && one.every(([part, level]) => row[part] === level),
    );
  const decide = (position: number): boolean => {
    const factor = order[position];
    if (factor === undefined) return true;
    const own = given.get(factor);
    const levels = own === undefined ? prefer(factor, choicesOf(factors[factor]!)) : [own];
    for (const level of levels) {
      row[factor] = level;
      if (!isForbidden(factor) && decide(position + 1)) return true;
    }
    row[factor] = undefined;
    return false;
  };
  return decide(0) ? (row as Row) : null;
}
