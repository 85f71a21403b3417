import { makeMigration } from '@hut/fastapi';
import type { Made, MakeContext } from '@hut/kit';

const record = '.hut/schema.yaml';
const versions = 'migrations/versions';

/** The migration that leads from the tables of the migrations so far to those of the entities now. */
export function makeFastapiMigration({
  blueprint,
  entities,
  renames,
  read,
  list,
}: MakeContext): Made {
  const migrations = list(versions)
    .filter((path) => path.endsWith('.py'))
    .flatMap((path) => toFile(path, read(path)));
  const before = read(record);
  const made = makeMigration({ before, entities, ids: blueprint.ids, renames, migrations });
  if (made.migration === null && before === null) return nothing;
  return {
    files: made.migration === null ? [] : [made.migration],
    state: [{ path: record, text: made.schema }],
    destructive: made.destructive,
    risks: made.risks,
    next: made.migration === null ? [] : [migrate],
  };
}

const migrate = { command: 'alembic upgrade head', why: 'change the tables' };

const nothing: Made = { files: [], state: [], destructive: [], risks: [], next: [] };

function toFile(path: string, text: string | null): readonly { path: string; text: string }[] {
  return text === null ? [] : [{ path, text }];
}
