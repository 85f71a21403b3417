import type { Names } from './names.ts';

/** What follows from the block that a statement stands in: nearly always it is one block in all four texts. */
export interface Place {
  readonly path: string;
  /** The path of what stands inside the statement. */
  readonly inside: string;
  /** Equal for equal statements in equal blocks; the lines of long strings count. */
  readonly key: string;
}

/**
 * What was found out about a row of tokens. The four texts of a merge share nearly all their lines, and lines
 * with one text share one row, so that each is looked at once.
 */
export interface Learnt {
  checked: boolean;
  fault: string | undefined;
  code: string | undefined;
  names: Names | undefined;
  /** Where it stood last. */
  place: Place | undefined;
}

/** Nothing yet. */
export function startLearning(): Learnt {
  const nothing = { fault: undefined, code: undefined, names: undefined, place: undefined };
  return { checked: false, ...nothing };
}
