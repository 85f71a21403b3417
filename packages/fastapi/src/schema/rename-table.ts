import { pythonLiteral } from '@hut/render';
import { primaryKeyName } from './constraint-names.ts';
import type { Operation } from './operation.ts';
import { call, printCode } from './python-code.ts';
import type { Statement } from './statement.ts';

type Renaming = Extract<Operation, { readonly do: 'rename-table' }>;

/** On PostgreSQL what belongs to a table keeps its name, and would be in the way of a new table of the old name. */
export function renameTable({ from, to, isCounted }: Renaming): readonly Statement[] {
  const code = call('op.rename_table', pythonLiteral(from), pythonLiteral(to));
  const key = `ALTER TABLE "${to}" RENAME CONSTRAINT "${primaryKeyName(from)}" TO "${primaryKeyName(to)}"`;
  const sequence = `ALTER SEQUENCE IF EXISTS "${from}_id_seq" RENAME TO "${to}_id_seq"`;
  const lines = [key, ...(isCounted ? [sequence] : [])].map(
    (sql) => `    ${printCode(call('op.execute', { text: sql }), 8)}`,
  );
  return [{ code }, { code: ['if op.get_context().dialect.name == "postgresql":', ...lines] }];
}
