import type { Ask } from './ask-product.ts';
import { complete, type Problem } from './complete.ts';
import { ABSENT, choicesOf, hasAll, type Constraint, type Part, type Row } from './factor.ts';
import { shuffled, toRandom } from './to-random.ts';

/** What is known so far, and whom to ask for more. */
interface Knowledge extends Problem {
  readonly ask: Ask;
}

/** How many other projects with the same levels must be refused, before the levels are held to be the cause. */
const SAMPLES = 30;

/**
 *     refused row --- as plain as it can be and is refused ---> plain row
 *                 --- one level changed at a time ------------> the levels without which it is taken
 *                 --- other projects with all of these -------> the constraint, or one level more
 *
 * As few levels as it takes for the product to refuse a project.
 */
export function findConstraint(known: Knowledge, refused: Row): Constraint {
  const row = simplify(known, refused);
  const causes = row.flatMap((level, factor): Part[] =>
    isCause(known, row, factor) ? [[factor, level]] : [],
  );
  return strengthen(known, row, causes);
}

/** From the last factor to the first, so that parts are plain before what they are a part of. */
function simplify(known: Knowledge, refused: Row): Row {
  return [...refused.keys()].reduceRight((row, factor) => {
    const plainer = change(known, row, [factor, 0]);
    return plainer !== null && known.ask(plainer) !== null ? plainer : row;
  }, refused);
}

/** The row with another level of one factor, and what follows from it; null when that is forbidden. */
function change(known: Knowledge, row: Row, part: Part): Row | null {
  return complete(known, [part], (factor, levels) => [row[factor]!, ...levels]);
}

function isCause(known: Knowledge, row: Row, factor: number): boolean {
  return choicesOf(known.factors[factor]!)
    .filter((level) => level !== row[factor] && level !== ABSENT)
    .map((level) => change(known, row, [factor, level]))
    .some((other) => other && isAlone(known, row, other, factor) && known.ask(other) === null);
}

/** Whether two rows differ in one factor, and in parts of it. */
function isAlone({ factors }: Knowledge, row: Row, other: Row, factor: number): boolean {
  return factors.every(
    ({ within }, index) => index === factor || within === factor || row[index] === other[index],
  );
}

function strengthen(known: Knowledge, row: Row, causes: Constraint): Constraint {
  const below = toRandom(row.length);
  const others = Array.from({ length: SAMPLES }, () =>
    complete(known, causes, (_, levels) => shuffled(levels, below)),
  );
  const taken = others.find((other) => other !== null && known.ask(other) === null);
  if (!taken) return causes;
  return strengthen(known, row, [...causes, findMissing(known, { row, taken, causes })]);
}

interface Way {
  readonly row: Row;
  readonly taken: Row;
  readonly causes: Constraint;
}

/** On the way from a row to one that is taken, the first step after which it is. */
function findMissing(known: Knowledge, { row, taken, causes }: Way): Part {
  let now = row;
  for (const [factor, level] of taken.entries()) {
    const next = change(known, now, [factor, level]);
    if (next === null || !hasAll(next, causes)) continue;
    if (known.ask(next) === null) return [factor, row[factor]!];
    now = next;
  }
  throw new Error(`No level tells why this is refused: ${known.ask(row)!}`);
}
