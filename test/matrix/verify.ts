import type { Problem } from './complete.ts';
import { choicesOf, hasAll, partsOf, type Part, type Row } from './factor.ts';
import { everyPair, keyOf, pairsAmong, type PairKey } from './pair.ts';

/** What some rows come to. */
export interface Verdict {
  /** How many pairs can meet, and how many cannot. */
  readonly possible: number;
  readonly impossible: number;
  /** Pairs that can meet and do in no row. */
  readonly missing: readonly PairKey[];
  /** Rows that a constraint forbids. */
  readonly broken: readonly Row[];
}

type Assignment = readonly Part[];

/**
 * Counts in another way than the rows were made. Factors that no constraint ties together are free of each other: so
 * they fall into groups, everything that a group can be is listed, and two levels can meet when something on the list
 * of their group has both, or each is on the list of its own.
 */
export function verify(problem: Problem, rows: readonly Row[]): Verdict {
  const { factors, constraints } = problem;
  const groups = toGroups(problem);
  const lists = groups.map((group) => listAssignments(problem, group));
  const together = new Set(lists.flatMap((list) => list.flatMap(pairsAmong)));
  const alone = new Set(lists.flat(2).map(String));
  const canMeet = (pair: readonly [Part, Part]): boolean => {
    const isOneGroup = groups.some((group) => pair.every(([factor]) => group.includes(factor)));
    return isOneGroup
      ? together.has(keyOf(...pair))
      : pair.every((part) => alone.has(String(part)));
  };
  const pairs = everyPair(factors);
  const possible = pairs.filter(canMeet).map((pair) => keyOf(...pair));
  const met = new Set(rows.flatMap((row) => pairsAmong(partsOf(row))));
  return {
    possible: possible.length,
    impossible: pairs.length - possible.length,
    missing: possible.filter((pair) => !met.has(pair)),
    broken: rows.filter((row) => constraints.some((constraint) => hasAll(row, constraint))),
  };
}

function toGroups({ factors, constraints }: Problem): readonly (readonly number[])[] {
  const group = [...factors.keys()];
  for (const constraint of constraints) {
    const tied = constraint.map(([factor]) => group[factor]!);
    for (const [factor, own] of group.entries())
      if (tied.includes(own)) group[factor] = Math.min(...tied);
  }
  return [...new Set(group)].map((one) =>
    [...factors.keys()].filter((factor) => group[factor] === one),
  );
}

function listAssignments(
  { factors, constraints }: Problem,
  group: readonly number[],
): readonly Assignment[] {
  const own = constraints.filter((one) => one.some(([factor]) => group.includes(factor)));
  const isSound = (assignment: Assignment): boolean => {
    const levels = new Map(assignment);
    return !own.some((one) => one.every(([factor, level]) => levels.get(factor) === level));
  };
  const grow = (lists: readonly Assignment[], factor: number): readonly Assignment[] =>
    lists
      .flatMap((list) =>
        choicesOf(factors[factor]!).map((level) => [...list, [factor, level]] as Assignment),
      )
      .filter(isSound);
  return group.reduce(grow, [[]]);
}
