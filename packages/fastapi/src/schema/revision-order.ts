import type { FoundMigration } from './read-migrations.ts';

/** What comes after what. */
export interface RevisionOrder {
  /** Each behind those that it comes after. */
  readonly sorted: readonly FoundMigration[];
  /** Whether one comes after another, near or far. */
  readonly isAfter: (one: FoundMigration, other: FoundMigration) => boolean;
}

/** The migrations of a project in their order. What a file says counts: its owner may have put it after another one. */
export function toRevisionOrder(migrations: readonly FoundMigration[]): RevisionOrder {
  const sorted = sort(migrations);
  const places = new Map(sorted.map(({ revision }, place) => [revision, place]));
  const words = Math.ceil(sorted.length / 32);
  // A bit for each that it comes after: a project has hundreds of migrations, and each asks about many.
  const before = sorted.map(() => new Uint32Array(words));
  for (const [place, { parents }] of sorted.entries()) {
    for (const parent of parents) {
      const above = places.get(parent);
      // A circle that somebody made is for Alembic to tell.
      if (above === undefined || above >= place) continue;
      const own = before[place]!;
      for (const [index, bits] of before[above]!.entries()) own[index]! |= bits;
      own[above >> 5]! |= 1 << (above & 31);
    }
  }
  const isAfter: RevisionOrder['isAfter'] = (one, other) => {
    const [place, above] = [places.get(one.revision)!, places.get(other.revision)!];
    return ((before[place]![above >> 5]! >>> (above & 31)) & 1) === 1;
  };
  return { sorted, isAfter };
}

/** Parents first. */
function sort(migrations: readonly FoundMigration[]): readonly FoundMigration[] {
  const byRevision = new Map(migrations.map((one) => [one.revision, one]));
  const sorted = new Set<FoundMigration>();
  const entered = new Set<string>();
  const enter = (revision: string): void => {
    const migration = byRevision.get(revision);
    if (migration === undefined || entered.has(revision)) return;
    entered.add(revision);
    migration.parents.forEach(enter);
    sorted.add(migration);
  };
  for (const { revision } of migrations) enter(revision);
  return [...sorted];
}
