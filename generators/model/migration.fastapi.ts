import { makeMigration, type MigrationFile } from '@hut/fastapi';
import { recordPathOf, type Made, type MakeContext, type ProjectReader } from '@hut/kit';

const versions = 'migrations/versions';

/** The migration that leads from the tables of the migrations so far to those of the entities now. */
export function makeFastapiMigration(context: MakeContext): Made {
  const { blueprint, entities, renames } = context;
  const { migration, ...told } = makeMigration({
    entities,
    ids: blueprint.ids,
    renames,
    migrations: migrationFiles(context),
    records: recordsOf(context),
    recordPathOf,
  });
  const files = migration === null ? [] : [migration];
  return { ...told, files, next: migration === null ? [] : [migrate] };
}

const migrate = { command: 'alembic upgrade head', why: 'change the tables' };

/** Other generators may make files, too. */
function recordsOf({ made }: MakeContext): MakeContext['made'] {
  return new Map([...made].filter(([path]) => isMigration(path)));
}

/** Whether a path is that of a migration, hut's or another one. */
export function isMigration(path: string): boolean {
  return path.startsWith(`${versions}/`) && path.endsWith('.py');
}

/** The Python files below `migrations/versions`. */
export function migrationFiles({
  read,
  list,
}: Pick<ProjectReader, 'read' | 'list'>): readonly MigrationFile[] {
  return list(versions)
    .filter(isMigration)
    .flatMap((path) => toFile(path, read(path)));
}

function toFile(path: string, text: string | null): readonly MigrationFile[] {
  return text === null ? [] : [{ path, text }];
}
