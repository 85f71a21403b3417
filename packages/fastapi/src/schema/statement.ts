import type { Code } from './python-code.ts';

/** One statement of a migration. */
export interface Statement {
  /** Lines as they are, or code that may be broken. */
  readonly code: Code | readonly string[];
  /** Why, for a reader of the migration. */
  readonly comment?: string;
  /** The table whose batch it belongs to; without it stands by itself. */
  readonly batch?: string;
  /** A column that goes, or comes: one that is gone cannot come in the same batch. */
  readonly frees?: string;
  readonly takes?: string;
  /** Alembic calls a column by its old name until the end of the batch, so renames have a batch of their own. */
  readonly isRename?: boolean;
  /** Its part in a change of columns: those of a table come first, then their rows, then what the rows must allow. */
  readonly phase?: Phase;
}

/** The parts of a change of columns in their order. */
interface Phase {
  readonly table: string;
  readonly step: 'come' | 'fill' | 'settle';
}

/** Statements of one table that Alembic runs as one, or one statement alone. */
export type StatementGroup = readonly [Statement, ...Statement[]];

const STEPS: readonly Phase['step'][] = ['come', 'fill', 'settle'];

/** Statements in, those that may be one batch together: SQLite makes a table anew for each. */
export function groupStatements(statements: readonly Statement[]): readonly StatementGroup[] {
  const groups: [Statement, ...Statement[]][] = [];
  for (const statement of sortPhases(statements)) {
    const group = groups.at(-1);
    if (group !== undefined && canJoin(group, statement)) group.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

function sortPhases(statements: readonly Statement[]): readonly Statement[] {
  const runs: Statement[][] = [];
  for (const statement of statements) {
    const table = runs.at(-1)?.[0]?.phase?.table;
    if (table !== undefined && table === statement.phase?.table) runs.at(-1)!.push(statement);
    else runs.push([statement]);
  }
  return runs.flatMap((run) => run.sort((left, right) => stepOf(left) - stepOf(right)));
}

function stepOf({ phase }: Statement): number {
  return phase === undefined ? 0 : STEPS.indexOf(phase.step);
}

function canJoin(group: StatementGroup, { batch, takes, isRename, phase }: Statement): boolean {
  if (batch === undefined || group[0].batch !== batch) return false;
  if ((group[0].isRename === true) !== (isRename === true)) return false;
  if (phase?.step === 'settle' && group.some((other) => other.phase?.step === 'come')) return false;
  return takes === undefined || !group.some(({ frees }) => frees === takes);
}
