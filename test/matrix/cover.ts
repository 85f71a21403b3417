import type { Ask } from './ask-product.ts';
import { complete } from './complete.ts';
import {
  choicesOf,
  partsOf,
  toStructure,
  type Constraint,
  type Factor,
  type Part,
  type Row,
} from './factor.ts';
import { findConstraint } from './find-constraint.ts';
import { everyPair, keyOf, pairsAmong, type PairKey } from './pair.ts';
import { shuffled, toRandom } from './to-random.ts';

/** Rows in which any two levels meet that can meet, and what the product refuses, as it was found. */
export interface Cover {
  readonly rows: readonly Row[];
  readonly refused: readonly { readonly constraint: Constraint; readonly because: string }[];
}

interface Search {
  readonly factors: readonly Factor[];
  readonly constraints: Constraint[];
  readonly uncovered: Map<PairKey, readonly [Part, Part]>;
  readonly below: (limit: number) => number;
}

/** How many rows are made for each that is taken. */
const CANDIDATES = 10;

/**
 *     a pair that no row has --- level by level, what covers most ---> row, the best of some
 *          ^                                                            |
 *          |--- taken: its pairs are covered <--------- the product ----|
 *          |--- refused: a constraint more  <---------------------------|
 *
 * A covering array of strength two. The same factors and seed give the same rows.
 */
export function cover(factors: readonly Factor[], ask: Ask, seed = 1): Cover {
  const search: Search = {
    factors,
    constraints: [...toStructure(factors)],
    uncovered: new Map(everyPair(factors).map((pair) => [keyOf(...pair), pair])),
    below: toRandom(seed),
  };
  const rows: Row[] = [];
  const refused: { constraint: Constraint; because: string }[] = [];
  for (let row = findRow(search); row !== null; row = findRow(search)) {
    const because = ask(row);
    if (because === null) {
      rows.push(row);
      for (const pair of pairsAmong(partsOf(row))) search.uncovered.delete(pair);
    } else {
      const constraint = findConstraint({ ...search, ask }, row);
      refused.push({ constraint, because });
      search.constraints.push(constraint);
    }
  }
  return { rows, refused };
}

/** The best of some rows; null when every pair is covered. */
function findRow(search: Search): Row | null {
  const rows = Array.from({ length: CANDIDATES }, () => findStart(search)).flatMap((pair) =>
    pair === null ? [] : [growRow(search, pair)],
  );
  const gains = rows.map((row) => countUncovered(search, pairsAmong(partsOf(row))));
  return rows[gains.indexOf(Math.max(...gains))] ?? null;
}

/** A pair that is uncovered; one that cannot be is dropped for good. */
function findStart(search: Search): readonly [Part, Part] | null {
  while (search.uncovered.size > 0) {
    const pair = [...search.uncovered.values()][search.below(search.uncovered.size)]!;
    if (complete(search, pair) !== null) return pair;
    search.uncovered.delete(keyOf(...pair));
  }
  return null;
}

function growRow(search: Search, pair: readonly [Part, Part]): Row {
  let parts: readonly Part[] = pair;
  for (const factor of shuffled([...search.factors.keys()], search.below)) {
    if (!parts.some(([one]) => one === factor)) parts = [...parts, bestPart(search, parts, factor)];
  }
  return complete(search, parts)!;
}

/** The level that covers most of those with which a row is left. */
function bestPart(search: Search, parts: readonly Part[], factor: number): Part {
  const gainOf = (part: Part): number =>
    countUncovered(
      search,
      parts.map((other) => keyOf(part, other)),
    );
  const ranked = shuffled(choicesOf(search.factors[factor]!), search.below)
    .map((level): Part => [factor, level])
    .map((part) => ({ part, gain: gainOf(part) }))
    .sort((one, other) => other.gain - one.gain);
  return ranked.find(({ part }) => complete(search, [...parts, part]) !== null)!.part;
}

function countUncovered({ uncovered }: Search, pairs: readonly PairKey[]): number {
  return pairs.filter((pair) => uncovered.has(pair)).length;
}
