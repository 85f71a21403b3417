import { findHeads, readMigrations } from '@hut/fastapi';
import { isEdited, type ProjectReader } from '@hut/kit';
import { isApplied } from './is-applied.fastapi.ts';
import { isMigration, migrationFiles } from './migration.fastapi.ts';

/**
 * A migration is used when another one comes after it, when somebody edited it, and where it was applied. Of what
 * other generators made, they know.
 */
export function isMigrationUsed(path: string, project: ProjectReader): boolean {
  if (!isMigration(path)) return false;
  if (isEdited(path, project)) return true;
  const migrations = readMigrations(migrationFiles(project));
  const revision = migrations.find((one) => one.path === path)?.revision;
  if (revision === undefined || !findHeads(migrations).includes(revision)) return true;
  return isApplied(revision, project);
}
