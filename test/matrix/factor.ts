/** One thing that a hut.yaml decides, and all that it may say of it. */
export interface Factor {
  /** Where it stands: `features.auth.session`. */
  readonly path: readonly string[];
  readonly levels: readonly Level[];
  /** The factor that it is a part of, by number: where that one says nothing, this one has no say. */
  readonly within?: number;
}

/** One thing that a factor may say; an undefined value is to say nothing. */
export interface Level {
  readonly name: string;
  readonly value: unknown;
}

/** The level of a factor that has no say. */
export const ABSENT = -1;

/** A level for each factor, both by number. */
export type Row = readonly number[];

/** One factor at one level. */
export type Part = readonly [factor: number, level: number];

/** Levels that no project has together. */
export type Constraint = readonly Part[];

/** Every level that a factor may have, the plainest first. */
export function choicesOf({ levels, within }: Factor): readonly number[] {
  return [...levels.keys(), ...(within === undefined ? [] : [ABSENT])];
}

/** The levels of a row. */
export function partsOf(row: Row): readonly Part[] {
  return row.map((level, factor): Part => [factor, level]);
}

/** Whether a row has all of these. */
export function hasAll(row: Row, parts: readonly Part[]): boolean {
  return parts.every(([factor, level]) => row[factor] === level);
}

/** What follows from factors being parts of others: the one is there exactly where the other is. */
export function toStructure(factors: readonly Factor[]): readonly Constraint[] {
  return factors.flatMap(({ levels, within }, factor) => {
    if (within === undefined) return [];
    return choicesOf(factors[within]!).flatMap((outer): readonly Constraint[] => {
      const isThere = factors[within]!.levels[outer]?.value !== undefined;
      const wrong = isThere ? [ABSENT] : [...levels.keys()];
      return wrong.map((level) => [
        [within, outer],
        [factor, level],
      ]);
    });
  });
}
