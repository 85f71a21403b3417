import type { FoundMigration } from './read-migrations.ts';

/** The migrations of a project in, the revisions that no other one comes after out, sorted. */
export function findHeads(
  migrations: readonly Pick<FoundMigration, 'revision' | 'parents'>[],
): readonly string[] {
  const parents = new Set(migrations.flatMap((migration) => migration.parents));
  const heads = migrations.map(({ revision }) => revision).filter((id) => !parents.has(id));
  return [...new Set(heads)].sort();
}
