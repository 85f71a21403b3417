import type { Code } from './python-code.ts';

/** One statement of a migration. */
export interface Statement {
  /** Lines as they are, or code that may be broken. */
  readonly code: Code | readonly string[];
  /** The table whose batch it belongs to; without it stands by itself. */
  readonly batch?: string;
  /** What it takes from or gives to the table: a name that is gone cannot come in the same batch. */
  readonly frees?: string;
  readonly takes?: string;
  /** Alembic calls a column by its old name until the end of the batch, so renames have a batch of their own. */
  readonly isRename?: boolean;
  /** Begins another batch, because it needs the rows as the one before leaves them. */
  readonly isAfresh?: boolean;
}

/** Statements of one table that Alembic runs as one, or one statement alone. */
export type StatementGroup = readonly [Statement, ...Statement[]];

/** Statements in, those that may be one batch together. */
export function groupStatements(statements: readonly Statement[]): readonly StatementGroup[] {
  const groups: [Statement, ...Statement[]][] = [];
  for (const statement of statements) {
    const group = groups.at(-1);
    if (group !== undefined && canJoin(group, statement)) group.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

function canJoin(group: StatementGroup, { batch, takes, isRename, isAfresh }: Statement): boolean {
  if (batch === undefined || group[0].batch !== batch || isAfresh === true) return false;
  if ((group[0].isRename === true) !== (isRename === true)) return false;
  return takes === undefined || !group.some(({ frees }) => frees === takes);
}
