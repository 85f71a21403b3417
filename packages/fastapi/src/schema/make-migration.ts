import type { Entity } from '@hut/blueprint';
import { changedTables } from './changed-tables.ts';
import { difference } from './difference.ts';
import type { Ids } from './fill-rows.ts';
import { toMigrationPath, toSlug } from './migration-name.ts';
import { parseSchema } from './parse-schema.ts';
import { MADE_BY_HUT, printMigration } from './print-migration.ts';
import { printSchema } from './print-schema.ts';
import { findHeads } from './find-heads.ts';
import { readMigrations, type MigrationFile } from './read-migrations.ts';
import type { Renames } from './renames.ts';
import { AS_IN_HUT_YAML, schemaError } from './schema-error.ts';
import type { Schema } from './schema.ts';
import { toSchema } from './to-schema.ts';

/** What a migration is made from. */
export interface MigrationRequest {
  /** The text of `.hut/schema.yaml`, null when there is none. */
  readonly before: string | null;
  readonly entities: readonly Entity[];
  readonly ids: Ids;
  readonly renames: Renames;
  /** The Python files below `migrations/versions`. */
  readonly migrations: readonly MigrationFile[];
}

/** The next migration, null when the tables are what they were, and the text of `.hut/schema.yaml` that goes with it. */
export interface MadeMigration {
  readonly schema: string;
  readonly migration: MigrationFile | null;
  /** What is lost, in a sentence each. */
  readonly destructive: readonly string[];
  /** What rows may stop the migration, in a sentence each. */
  readonly risks: readonly string[];
}

/*
 *     .hut/schema.yaml -> before --+
 *                                  +-> difference -> operations --+
 *     entities --------> after ----+                              +-> migration
 *     migrations/versions ----------------> heads, next number ---+
 */

/** The migration that leads to the tables of some entities. Throws HutError where the record is damaged and where rows or databases do not allow the change. */
export function makeMigration(request: MigrationRequest): MadeMigration {
  const { ids, renames } = request;
  const tables = toSchema(request.entities, ids);
  const schema = printSchema(tables);
  const { before, after } = readChange(request, tables, schema);
  const { operations, topics, destructive, risks } = difference(before, after, renames);
  const heads = findHeads(readMigrations(request.migrations));
  const joins = heads.length > 1 ? ['merge_heads'] : [];
  if (operations.length + joins.length === 0) {
    return { schema, migration: null, destructive, risks };
  }
  const slug = toSlug(operations.length === 0 ? joins : topics, heads.length === 0);
  const text = printMigration({ title: toTitle(slug), parents: heads, operations, ids });
  const paths = request.migrations.map(({ path }) => path);
  return { schema, migration: { path: toMigrationPath(paths, slug), text }, destructive, risks };
}

interface Change {
  readonly before: Schema;
  readonly after: Schema;
}

const NOTHING: Schema = { tables: [] };

/** What there was and what there will be, without what stays. */
function readChange(
  { before, migrations }: MigrationRequest,
  after: Schema,
  schema: string,
): Change {
  if (before === null) {
    refuseLost(migrations);
    return { before: NOTHING, after };
  }
  if (before === schema || before.trim() === AS_IN_HUT_YAML) {
    return { before: NOTHING, after: NOTHING };
  }
  const { text, same } = changedTables(before, schema);
  const changed = after.tables.filter(({ name }) => !same.has(name));
  return { before: parseSchema(text, same), after: { tables: changed } };
}

function refuseLost(migrations: readonly MigrationFile[]): void {
  if (!migrations.some(({ text }) => text.includes(MADE_BY_HUT))) return;
  throw schemaError('is missing, and migrations of hut are there.');
}

function toTitle(slug: string): string {
  const words = slug.replaceAll('_', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
