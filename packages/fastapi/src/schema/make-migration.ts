import type { Entity } from '@hut/blueprint';
import { addUp } from './add-up.ts';
import { changedTables } from './changed-tables.ts';
import { difference, type Difference } from './difference.ts';
import type { Ids } from './fill-rows.ts';
import { findHeads } from './find-heads.ts';
import { printMemo, type MigrationMemo } from './migration-memo.ts';
import { toMigrationPath, toSlug } from './migration-name.ts';
import { parseSchema } from './parse-schema.ts';
import { printMigration, toRevision } from './print-migration.ts';
import { printSchema } from './print-schema.ts';
import { readMigrations, type FoundMigration, type MigrationFile } from './read-migrations.ts';
import type { MigrationRecord } from './recorded-migrations.ts';
import type { Renames } from './renames.ts';
import { AS_IN_HUT_YAML, toRefuse, type Refuse } from './schema-error.ts';
import { toSchema } from './to-schema.ts';

/** What a migration is made from. */
export interface MigrationRequest {
  readonly entities: readonly Entity[];
  readonly ids: Ids;
  readonly renames: Renames;
  /** The Python files below `migrations/versions`. */
  readonly migrations: readonly MigrationFile[];
  /** What is known of those that hut made, by path. */
  readonly records: ReadonlyMap<string, MigrationRecord>;
  /** Where such a record stands. */
  readonly recordPathOf: (path: string) => string;
}

/** A migration and the lines of its record. */
export interface RecordedFile extends MigrationFile {
  readonly memo: readonly string[];
}

/** What is made of a project, and what is to be said of it, in a sentence each. */
export interface MadeMigration {
  /** Null when the tables are what they were, and there is one head. */
  readonly migration: RecordedFile | null;
  /** What is lost. */
  readonly destructive: readonly string[];
  /** What rows may stop the migration. */
  readonly risks: readonly string[];
  readonly notes: readonly string[];
}

/*
 *     .hut/made --------> lines before --+
 *                                        +-> difference -> operations --+
 *     entities ---------> lines after ---+                              +-> migration, its record
 *     migrations/versions ----------------------> heads, next number ---+
 */

/**
 * The migration that leads to the tables of some entities from those that the migrations so far add up to, and from
 * all heads to one. Throws HutError where a record is damaged and where rows or databases do not allow the change.
 */
export function makeMigration(request: MigrationRequest): MadeMigration {
  const { entities, ids, records } = request;
  const refuse = toRefuse(request);
  const migrations = readMigrations(request.migrations);
  const heads = findHeads(migrations);
  const tables = toSchema(entities, ids);
  const after = printSchema(tables);
  const byHand = findByHand(request);
  if (byHand !== null) return noteAll(byHand, { migrations, heads, after }, refuse);
  const before = addUp({ migrations, records }, refuse);
  const lines = { removed: without(before, after), added: without(after, before) };
  if (lines.removed.length + lines.added.length === 0 && heads.length < 2) return NOTHING;
  const { left, same } = changedTables(before, after);
  const changed = { tables: tables.tables.filter(({ name }) => !same.has(name)) };
  const change = difference(parseSchema(left, same, refuse), changed, request.renames);
  return toMade(request, { heads, lines, change });
}

const NOTHING: MadeMigration = { migration: null, destructive: [], risks: [], notes: [] };

interface Changed {
  readonly heads: readonly string[];
  readonly lines: Pick<MigrationMemo, 'removed' | 'added'>;
  readonly change: Difference;
}

function toMade(
  { migrations, ids }: MigrationRequest,
  { heads: parents, lines, change }: Changed,
): MadeMigration {
  const { operations, destructive, risks } = change;
  const topics = change.topics.length === 0 && parents.length > 1 ? ['merge_heads'] : change.topics;
  const slug = toSlug(topics, parents.length === 0);
  const paths = migrations.map(({ path }) => path);
  const revision = toRevision(parents, operations);
  const text = printMigration({ title: toTitle(slug), revision, parents, operations, ids });
  const memo = printMemo({ revision, parents, isAll: false, ...lines });
  return {
    migration: { path: toMigrationPath(paths, slug), text, memo },
    destructive,
    risks,
    notes: parents.length > 1 ? [`Joins the migration heads ${parents.join(' and ')}`] : [],
  };
}

/** The migration of which a person said that it leads to the tables of hut.yaml. */
function findByHand({ records }: MigrationRequest): string | null {
  const said = [...records].find(
    ([, { hash, memo }]) => hash === null && memo.join('\n') === AS_IN_HUT_YAML,
  );
  return said?.[0] ?? null;
}

interface Noted {
  readonly migrations: readonly FoundMigration[];
  readonly heads: readonly string[];
  readonly after: readonly string[];
}

function noteAll(path: string, { migrations, heads, after }: Noted, refuse: Refuse): MadeMigration {
  const migration = migrations.find((one) => one.path === path);
  if (migration === undefined || heads.join() !== migration.revision) {
    throw refuse(
      `${path} is not the last migration, so it does not lead to the tables of hut.yaml.`,
      'Delete that record, or name the last migration: uv run alembic heads',
    );
  }
  const { revision, parents, text } = migration;
  const memo = printMemo({ revision, parents, isAll: true, removed: [], added: after });
  const notes = [`${path} is noted as what leads to the tables of hut.yaml`];
  return { ...NOTHING, migration: { path, text, memo }, notes };
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const there = new Set(others);
  return lines.filter((line) => !there.has(line));
}

function toTitle(slug: string): string {
  const words = slug.replaceAll('_', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
