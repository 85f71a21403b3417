import type { Names } from './names.ts';

/**
 * What was found out about a row of tokens. The four texts of a merge share nearly all their lines, and lines
 * with one text share one row, so that each is looked at once.
 */
export interface Learnt {
  checked: boolean;
  fault: string | undefined;
  code: string | undefined;
  names: Names | undefined;
}

/** Nothing yet. */
export function startLearning(): Learnt {
  return { checked: false, fault: undefined, code: undefined, names: undefined };
}
