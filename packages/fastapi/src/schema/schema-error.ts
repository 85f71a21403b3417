import { HutError } from '@hut/errors';
import { toMigrationPath } from './migration-name.ts';
import type { MigrationFile } from './read-migrations.ts';

/** What a person writes as the record of a migration that was made by hand up to hut.yaml as it is. */
export const AS_IN_HUT_YAML = 'as: hut.yaml';

/** Makes the error for what the migrations of a project do not tell: a guess would make a migration that is wrong. */
export type Refuse = (message: string, ...first: readonly string[]) => HutError;

interface Project {
  readonly migrations: readonly MigrationFile[];
  /** Where the record of a migration stands. */
  readonly recordPathOf: (path: string) => string;
}

/** The project in, what refuses to guess about it out; `first` are ways out before that by hand. */
export function toRefuse(project: Project): Refuse {
  return (message, ...first) =>
    new HutError({ id: 'schema', message, hint: [...first, ...byHand(project)].join('\n') });
}

function byHand({ migrations, recordPathOf }: Project): readonly string[] {
  const paths = migrations.map(({ path }) => path);
  const path = toMigrationPath(paths, 'catch_up');
  const [, number = ''] = /(\d+)_/u.exec(path)!;
  const record = recordPathOf(path);
  const folder = record.slice(0, record.lastIndexOf('/'));
  return [
    'Else make a migration by hand, and say that hut.yaml is what it leads to:',
    '  uv run alembic upgrade heads',
    `  uv run alembic revision --autogenerate --head heads --rev-id ${number} -m "catch up"    # read it: checks of enums are not in it`,
    `  mkdir -p ${folder} && echo '${AS_IN_HUT_YAML}' > ${record}`,
    '  hut sync                                               # notes the tables of hut.yaml as made',
    'and give this command again.',
  ];
}
