import type { MigrationMemo } from './migration-memo.ts';
import { parseMemo } from './migration-memo.ts';
import { MADE_BY_HUT } from './print-migration.ts';
import type { FoundMigration } from './read-migrations.ts';
import type { RevisionOrder } from './revision-order.ts';
import type { Refuse } from './schema-error.ts';

/** The record of a file that was made once: its hash is null when it is not as it was written. */
export interface MigrationRecord {
  readonly hash: string | null;
  readonly memo: readonly string[];
}

/** A migration of hut with what it changed. */
export interface RecordedMigration {
  readonly migration: FoundMigration;
  readonly memo: MigrationMemo;
}

/** The migrations of a project, and the records of those that hut made, by path. */
export interface Migrations {
  readonly migrations: readonly FoundMigration[];
  readonly records: ReadonlyMap<string, MigrationRecord>;
}

/**
 * The migrations of hut that add up to the tables of now, each behind those that it comes after; first a record of all
 * tables, before which nothing counts. Throws what `refuse` makes where a record is missing or damaged.
 */
export function recordedMigrations(
  { migrations, records }: Migrations,
  order: RevisionOrder,
  refuse: Refuse,
): readonly RecordedMigration[] {
  const memos = new Map([...records].map(([path, record]) => [path, toMemo(record)] as const));
  const isStart = ({ path }: FoundMigration): boolean => memos.get(path)?.isAll === true;
  const starts = order.sorted.filter(isStart);
  const isPast = (one: FoundMigration): boolean =>
    starts.some((start) => order.isAfter(start, one));
  const past = new Set(order.sorted.filter(isPast).map(({ revision }) => revision));
  refuseLostFiles({ migrations, memos, past }, refuse);
  const there = new Set(migrations.map(({ revision }) => revision));
  const counted = order.sorted.filter((one) => !past.has(one.revision) && isOfHut(one, records));
  return [...counted.filter(isStart), ...counted.filter((one) => !isStart(one))].map(
    (migration) => ({ migration, memo: requireMemo({ migration, memos, there }, refuse) }),
  );
}

function toMemo({ hash, memo }: MigrationRecord): MigrationMemo | null {
  return hash === null ? null : parseMemo(memo);
}

function isOfHut({ path, text }: FoundMigration, records: Migrations['records']): boolean {
  return records.has(path) || text.includes(MADE_BY_HUT);
}

type Memos = ReadonlyMap<string, MigrationMemo | null>;

interface Past {
  readonly migrations: readonly FoundMigration[];
  readonly memos: Memos;
  readonly past: ReadonlySet<string>;
}

/** Whether its tables are there is known to nobody but who deleted it. */
function refuseLostFiles({ migrations, memos, past }: Past, refuse: Refuse): void {
  const files = new Set(migrations.map(({ path }) => path));
  for (const [path, memo] of memos) {
    if (files.has(path) || (memo !== null && past.has(memo.revision))) continue;
    throw refuse(
      `${path} is gone, and hut has its record.`,
      'Take the file back from git. If its tables do not count any more, delete its record as well.',
    );
  }
}

interface Wanted {
  readonly migration: FoundMigration;
  readonly memos: Memos;
  readonly there: ReadonlySet<string>;
}

function requireMemo(
  { migration: { path, revision, parents }, memos, there }: Wanted,
  refuse: Refuse,
): MigrationMemo {
  const memo = memos.get(path);
  if (memo === undefined) throw refuse(`hut's record of ${path} is missing.`, FROM_GIT);
  if (memo === null) throw refuse(`hut's record of ${path} is damaged.`, FROM_GIT);
  if (memo.revision !== revision) {
    throw refuse(
      `${path} is the revision ${revision}, and hut's record of it is of ${memo.revision}.`,
      'After a merge take the same side of both. An edited migration keeps its revision.',
    );
  }
  const lost = parents.find((parent) => !there.has(parent));
  if (lost !== undefined) {
    throw refuse(`${path} comes after the revision ${lost}, which is not there.`, FROM_GIT);
  }
  return memo;
}

const FROM_GIT = 'Take it back from git: a migration and its record belong together.';
