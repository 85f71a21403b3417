import { pythonLiteral } from '@hut/render';
import type { Part } from './python-code.ts';
import type { ForeignKey } from './schema.ts';

const ON_DELETE = { cascade: 'CASCADE', restrict: 'RESTRICT', null: 'SET NULL' } as const;

/** The condition of the check that holds an enum to its values, as SQLAlchemy writes it for the model. */
export function checkText(column: string, values: readonly string[]): string {
  return `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;
}

/** What happens to the rows that point to a row that is deleted, as an argument. */
export function onDelete(key: ForeignKey): Part {
  return ['ondelete', pythonLiteral(ON_DELETE[key.onDelete])];
}
