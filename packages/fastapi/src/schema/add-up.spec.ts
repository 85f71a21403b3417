import fc from 'fast-check';
import type { Entity } from '@hut/blueprint';
import { addUp } from './add-up.ts';
import { entityOf, shop } from './any-entities.ts';
import { makeMigration } from './make-migration.ts';
import { printSchema } from './print-schema.ts';
import { readMigrations, type MigrationFile } from './read-migrations.ts';
import type { MigrationRecord } from './recorded-migrations.ts';
import { toRefuse } from './schema-error.ts';
import { toSchema } from './to-schema.ts';

const recordPathOf = (path: string): string => `records/${path}`;

/** Entities as they might be after a command: some of these fields, and one table more or less. */
const domains = fc
  .record({
    fields: fc.subarray([
      'body:text:optional',
      'code:string:9:unique:optional',
      'editor:User:optional',
      'labels:Tag:many',
      'mood:enum:good,bad:default=good',
      'size:int:default=1:index',
    ]),
    hasTag: fc.boolean(),
  })
  .map(({ fields, hasTag }): readonly Entity[] => [
    ...shop.filter(({ name }) => ['Tag', 'User', 'Article'].includes(name)),
    entityOf('Note', fields),
    ...(hasTag ? [entityOf('Badge', ['owner:User', 'note:Note:optional'])] : []),
  ]);

describe('records of migrations', () => {
  it('add up to the tables of the entities, after any commands and in any order of files', () => {
    fc.assert(
      fc.property(
        fc.array(domains, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (steps, turned) => {
          const migrations: MigrationFile[] = [];
          const records = new Map<string, MigrationRecord>();
          for (const entities of steps) {
            const renames = { entities: [], fields: [] };
            const request = {
              entities,
              ids: 'uuid' as const,
              renames,
              migrations,
              records,
              recordPathOf,
            };
            const { migration } = makeMigration(request);
            if (migration === null) continue;
            migrations.push(migration);
            records.set(migration.path, { hash: 'any', memo: migration.memo });
          }
          const found = readMigrations(turned ? migrations.toReversed() : migrations);
          const lines = addUp(
            { migrations: found, records },
            toRefuse({ migrations, recordPathOf }),
          );
          expect(lines).toEqual(printSchema(toSchema(steps.at(-1)!, 'uuid')));
        },
      ),
      { numRuns: 200 },
    );
  });
});
