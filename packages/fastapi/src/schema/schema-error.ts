import { HutError } from '@hut/errors';

/** Where the tables stand that the migrations of a project add up to. */
export const SCHEMA_PATH = '.hut/schema.yaml';

/** What a person writes there when the migrations were made by hand up to hut.yaml as it is. */
export const AS_IN_HUT_YAML = 'as: hut.yaml';

/** The record of the tables cannot be read, and a guess would make a migration that is wrong. */
export function schemaError(message: string): HutError {
  return new HutError({
    id: 'schema',
    message: `${SCHEMA_PATH} ${message}`,
    hint: [
      `Take it back from git: git checkout -- ${SCHEMA_PATH}.`,
      'Where that is not possible, make the migration by hand:',
      '  uv run alembic upgrade head',
      '  uv run alembic revision --autogenerate -m "catch up"    # read it: checks of enums are not in it',
      `  echo '${AS_IN_HUT_YAML}' > ${SCHEMA_PATH}`,
      '  hut sync                                               # notes the tables of hut.yaml as made',
      'and give this command again.',
    ].join('\n'),
  });
}
