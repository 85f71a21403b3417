import { cutLine } from './cut-line.ts';
import { findContest, type Contest } from './find-contest.ts';
import {
  recordedMigrations,
  type Migrations,
  type RecordedMigration,
} from './recorded-migrations.ts';
import { toRevisionOrder } from './revision-order.ts';
import type { Refuse } from './schema-error.ts';

/** The migrations of a project in, the lines of the schema that those of hut add up to out, sorted; throws what `refuse` makes. */
export function addUp(found: Migrations, refuse: Refuse): readonly string[] {
  const order = toRevisionOrder(found.migrations);
  const recorded = recordedMigrations(found, order, refuse);
  const contest = findContest(recorded, order);
  if (contest !== null) throw refuse(bothChange(contest), DECIDE);
  const lines = new Map<string, string>();
  for (const one of recorded) {
    if (!change(lines, one)) throw refuse(doesNotFit(one), WAS_ONE_DELETED);
  }
  return [...lines].map(([subject, rest]) => subject + rest).sort();
}

/** Takes the lines of a migration from the schema and adds its others; false when they are not as it found them. */
function change(
  lines: Map<string, string>,
  { memo: { removed, added } }: RecordedMigration,
): boolean {
  for (const [subject, rest] of removed.map(cutLine)) {
    if (lines.get(subject) !== rest) return false;
    lines.delete(subject);
  }
  for (const [subject, rest] of added.map(cutLine)) {
    if (lines.has(subject)) return false;
    lines.set(subject, rest);
  }
  return true;
}

function bothChange({ paths, subject }: Contest): string {
  return `${paths.join(' and ')} both change ${subject}, and neither comes after the other.`;
}

const DECIDE =
  'Take one back where it was applied (alembic downgrade), and delete it with its record: hut sync makes what is left of it after the other.';

function doesNotFit({ migration }: RecordedMigration): string {
  return `${migration.path} changes tables that the migrations before it do not leave so.`;
}

const WAS_ONE_DELETED =
  'Was one before it deleted with its record, or put elsewhere? Take it back from git.';
