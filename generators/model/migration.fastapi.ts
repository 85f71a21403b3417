import { makeMigration, type MigrationFile } from '@hut/fastapi';
import type { Made, MakeContext, ProjectReader } from '@hut/kit';

const record = '.hut/schema.yaml';
const versions = 'migrations/versions';

/** The migration that leads from the tables of the migrations so far to those of the entities now. */
export function makeFastapiMigration(context: MakeContext): Made {
  const { blueprint, entities, renames, read } = context;
  const migrations = migrationFiles(context);
  const before = read(record);
  const made = makeMigration({ before, entities, ids: blueprint.ids, renames, migrations });
  if (made.migration === null && before === null) return nothing;
  return {
    files: made.migration === null ? [] : [{ ...made.migration, memo: [] }],
    state: [{ path: record, text: made.schema }],
    destructive: made.destructive,
    risks: made.risks,
    notes: [],
    next: made.migration === null ? [] : [migrate],
  };
}

const migrate = { command: 'alembic upgrade head', why: 'change the tables' };

const nothing: Made = { files: [], state: [], destructive: [], risks: [], notes: [], next: [] };

/** The Python files below `migrations/versions`. */
export function migrationFiles({
  read,
  list,
}: Pick<ProjectReader, 'read' | 'list'>): readonly MigrationFile[] {
  return list(versions)
    .filter((path) => path.endsWith('.py'))
    .flatMap((path) => toFile(path, read(path)));
}

function toFile(path: string, text: string | null): readonly MigrationFile[] {
  return text === null ? [] : [{ path, text }];
}
