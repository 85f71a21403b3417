import {
  recordedMigrations,
  type Migrations,
  type RecordedMigration,
} from './recorded-migrations.ts';
import { toRevisionOrder } from './revision-order.ts';
import type { Refuse } from './schema-error.ts';

/*
 *     - articles.title: string:80         "articles.title" is what the line is about: its subject
 *     + articles.title: string:120        which rests on the table "articles"
 *     + articles(author_id, title): unique     and this on the table and on both columns
 *
 * Branches that git merged have migrations of which neither comes after the other, so each must be able to go first.
 * Two that change one subject, or of which one takes or makes what the other rests on, are refused.
 */

/** The migrations of a project in, the lines of the schema that those of hut add up to out, sorted; throws what `refuse` makes. */
export function addUp(found: Migrations, refuse: Refuse): readonly string[] {
  const order = toRevisionOrder(found.migrations);
  const lines = new Map<string, string>();
  const touched = new Map<string, Touched>();
  for (const recorded of recordedMigrations(found, order, refuse)) {
    const before = order.ancestorsOf(recorded.migration.revision);
    const changes = toChanges(recorded);
    for (const one of changes) {
      const contest = findContest(one, recorded, touched, before);
      if (contest !== null) throw refuse(bothChange(contest, recorded), DECIDE);
    }
    if (!change(lines, recorded)) throw refuse(doesNotFit(recorded), WAS_ONE_DELETED);
    for (const one of changes) note(one, recorded, touched);
  }
  return [...lines].map(([subject, rest]) => subject + rest).sort();
}

interface LineChange {
  readonly subject: string;
  readonly restsOn: readonly string[];
  /** It was there before and is there afterwards. */
  readonly stays: boolean;
}

/** Who had to do with a subject: who last made or took it, who last changed it, who has rested on it since. */
interface Touched {
  readonly maker: RecordedMigration | null;
  readonly writer: RecordedMigration | null;
  readonly resting: readonly RecordedMigration[];
}

function toChanges({ memo: { removed, added, isAll } }: RecordedMigration): readonly LineChange[] {
  const gone = new Map(removed.map(cut));
  const come = new Map(added.map(cut));
  return [...new Map([...gone, ...come])].map(([subject, rest]) => ({
    subject,
    restsOn: [...restOf(subject), ...targetOf(rest)],
    stays: isAll || (gone.has(subject) && come.has(subject)),
  }));
}

/** Takes the lines of a migration from the schema and adds its others; false when they are not as it found them. */
function change(
  lines: Map<string, string>,
  { memo: { removed, added } }: RecordedMigration,
): boolean {
  for (const [subject, rest] of removed.map(cut)) {
    if (lines.get(subject) !== rest) return false;
    lines.delete(subject);
  }
  for (const [subject, rest] of added.map(cut)) {
    if (lines.has(subject)) return false;
    lines.set(subject, rest);
  }
  return true;
}

/** `articles.title` and `: string:80`. */
function cut(line: string): readonly [string, string] {
  const end = line.indexOf(': ');
  return [line.slice(0, end), line.slice(end)];
}

/** A column rests on its table, a set of columns on them, too. */
function restOf(subject: string): readonly string[] {
  const [, table = '', columns] = /^(\w+)(?:\.\w+|\(([^)]*)\))$/u.exec(subject) ?? [];
  if (table === '') return [];
  return [
    table,
    ...(columns ?? '').split(', ').flatMap((name) => (name === '' ? [] : [`${table}.${name}`])),
  ];
}

function targetOf(rest: string): readonly string[] {
  const [, table] = /-> (\w+) \w+$/u.exec(rest) ?? [];
  return table === undefined ? [] : [table];
}

/** A migration that does not come before another one, which could not go before it, and what both are about. */
interface Contest {
  readonly other: RecordedMigration;
  readonly subject: string;
}

function findContest(
  { subject, restsOn, stays }: LineChange,
  { migration }: RecordedMigration,
  touched: ReadonlyMap<string, Touched>,
  before: ReadonlySet<string>,
): Contest | null {
  const here = touched.get(subject) ?? UNTOUCHED;
  const near: readonly (readonly [string, RecordedMigration | null])[] = [
    ...restsOn.map((name) => [name, touched.get(name)?.maker ?? null] as const),
    [subject, here.writer],
    ...(stays ? [] : here.resting.map((other) => [subject, other] as const)),
  ];
  for (const [name, other] of near) {
    if (other === null || other.migration === migration) continue;
    if (!before.has(other.migration.revision)) return { other, subject: name };
  }
  return null;
}

const UNTOUCHED: Touched = { maker: null, writer: null, resting: [] };

function note(
  { subject, restsOn, stays }: LineChange,
  writer: RecordedMigration,
  touched: Map<string, Touched>,
): void {
  const here = touched.get(subject) ?? UNTOUCHED;
  const now = stays ? { ...here, writer } : { maker: writer, writer, resting: [] };
  touched.set(subject, now);
  for (const name of restsOn) {
    const there = touched.get(name) ?? UNTOUCHED;
    // Most lines of a migration rest on one table: it is noted once.
    if (there.resting.at(-1) === writer) continue;
    touched.set(name, { ...there, resting: [...there.resting, writer] });
  }
}

function bothChange({ other, subject }: Contest, one: RecordedMigration): string {
  const paths = [one, other].map(({ migration }) => migration.path).sort();
  return `${paths.join(' and ')} both change ${subject}, and neither comes after the other.`;
}

const DECIDE =
  'Take one back where it was applied (alembic downgrade), and delete it with its record: hut sync makes what is left of it after the other.';

function doesNotFit({ migration }: RecordedMigration): string {
  return `${migration.path} changes tables that the migrations before it do not leave so.`;
}

const WAS_ONE_DELETED =
  'Was one before it deleted with its record, or put elsewhere? Take it back from git.';
