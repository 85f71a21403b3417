/** One thing that the doctor looked at. */
export interface Finding {
  /** Stable name of what was looked at. */
  readonly check: string;
  /** `unknown`: it could not be looked at, in the time that there is. */
  readonly state: 'well' | 'wrong' | 'unknown';
  /** A tool, a file or a folder of the project. */
  readonly where: string;
  /** What was found, in a few words. */
  readonly what: string;
  /** What mends it: a line to copy into a shell, or what only a person can do; '' unless it is wrong. */
  readonly fix: string;
}

/** Something that is as it should be. */
export function well(check: string, where: string, what: string): Finding {
  return { check, state: 'well', where, what, fix: '' };
}

/** Something that is not, with what mends it. */
export function wrong(
  check: string,
  { where, what, fix }: Pick<Finding, 'where' | 'what' | 'fix'>,
): Finding {
  return { check, state: 'wrong', where, what, fix };
}

/** Something that could not be looked at, and why. */
export function unknown(check: string, where: string, what: string): Finding {
  return { check, state: 'unknown', where, what, fix: '' };
}
