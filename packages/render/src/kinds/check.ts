import { defineKind, type Contribution } from '../kind.ts';

/** How far a project is checked, from quick to thorough; each level includes those before it. */
export const checkLevels = ['syntax', 'lint', 'types', 'tests'] as const;

/** One of these levels. */
export type CheckLevel = (typeof checkLevels)[number];

/** A tool of the project that says whether its files are right. */
export interface Check {
  readonly id: string;
  readonly level: CheckLevel;
  /** A program of the project's environment: `python`. It runs in the folder of the project, and ends with 0 when all is well. */
  readonly program: string;
  readonly args: readonly string[];
  /** Its arguments when it shall mend the Python files that are named behind them; null when it can only say. */
  readonly mend: readonly string[] | null;
}

/** Key: id; two of one id clash. Order: level, then id. */
export const checkKind = defineKind<Check>({
  id: 'check',
  key: ({ id }) => id,
  meet: 'clash',
  bands: checkLevels,
  bandOf: ({ level }) => level,
  form: {
    id: 'text',
    level: { oneOf: checkLevels },
    program: 'text',
    args: { listOf: 'text' },
    mend: { orNull: { listOf: 'text' } },
  },
});

/** Has `--verify` run a tool at a level, before anything is written. */
export function check(
  id: string,
  { level, program, args, mend = null }: Omit<Check, 'id' | 'mend'> & Partial<Pick<Check, 'mend'>>,
): Contribution<Check> {
  return { kind: checkKind, item: { id, level, program, args, mend } };
}
