import type { FoundMigration } from './read-migrations.ts';

/** What comes after what. */
export interface RevisionOrder {
  /** Each behind those that it comes after. */
  readonly sorted: readonly FoundMigration[];
  /** All revisions that one comes after. */
  readonly ancestorsOf: (revision: string) => ReadonlySet<string>;
}

/** The migrations of a project in their order. What a file says counts: its owner may have put it after another one. */
export function toRevisionOrder(migrations: readonly FoundMigration[]): RevisionOrder {
  const byRevision = new Map(migrations.map((one) => [one.revision, one]));
  const ancestors = new Map<string, ReadonlySet<string>>();
  const sorted: FoundMigration[] = [];
  const ancestorsOf = (revision: string): ReadonlySet<string> => {
    const known = ancestors.get(revision);
    if (known !== undefined) return known;
    // Somebody's circle ends here; Alembic will tell.
    ancestors.set(revision, new Set());
    const migration = byRevision.get(revision);
    const all = (migration?.parents ?? []).flatMap((parent) => [parent, ...ancestorsOf(parent)]);
    const found = new Set(all);
    ancestors.set(revision, found);
    if (migration !== undefined) sorted.push(migration);
    return found;
  };
  for (const { revision } of migrations) ancestorsOf(revision);
  return { sorted, ancestorsOf };
}
