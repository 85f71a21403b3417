import { cutLine } from './cut-line.ts';
import type { RecordedMigration } from './recorded-migrations.ts';
import type { RevisionOrder } from './revision-order.ts';

/*
 *     - articles.title: string:80              "articles.title" is what the line is about: its subject
 *     + articles.title: string:120             which rests on the table "articles"
 *     + articles(author_id, title): unique     and this on the table and on both columns
 *
 * Branches that git merged have migrations of which neither comes after the other, so each must be able to go first.
 * Two that change one subject, or of which one takes or makes what the other rests on, are in each other's way.
 */

/** Two migrations that are in each other's way, and what both are about. */
export interface Contest {
  readonly paths: readonly string[];
  readonly subject: string;
}

/** The migrations of hut in their order in, the first contest between two of them out; null when there is none. */
export function findContest(
  recorded: readonly RecordedMigration[],
  { isAfter }: Pick<RevisionOrder, 'isAfter'>,
): Contest | null {
  const isChain = recorded.every(
    ({ migration }, place) => place === 0 || isAfter(migration, recorded[place - 1]!.migration),
  );
  if (isChain) return null;
  const touched = new Map<string, Touched>();
  for (const one of recorded) {
    const isFree = (other: RecordedMigration | null): boolean =>
      other === null || other === one || isAfter(one.migration, other.migration);
    for (const change of toChanges(one)) {
      const found = findOther(change, touched, isFree);
      if (found !== null) return toContest(one, found);
      note(change, one, touched);
    }
  }
  return null;
}

interface LineChange {
  readonly subject: string;
  readonly restsOn: readonly string[];
  /** It was there before and is there afterwards. */
  readonly stays: boolean;
}

function toChanges({ memo: { removed, added, isAll } }: RecordedMigration): readonly LineChange[] {
  const gone = new Map(removed.map(cutLine));
  const come = new Map(added.map(cutLine));
  return [...new Map([...gone, ...come])].map(([subject, rest]) => ({
    subject,
    restsOn: [...restOf(subject), ...targetOf(rest)],
    stays: isAll || (gone.has(subject) && come.has(subject)),
  }));
}

/** A column rests on its table, a set of columns on them, too. */
function restOf(subject: string): readonly string[] {
  const [, table = '', columns] = /^(\w+)(?:\.\w+|\(([\w, ]+)\))$/.exec(subject) ?? [];
  if (table === '') return [];
  return [table, ...(columns?.split(', ') ?? []).map((name) => `${table}.${name}`)];
}

function targetOf(rest: string): readonly string[] {
  const [, table] = / -> (\w+) \w+$/.exec(rest) ?? [];
  return table === undefined ? [] : [table];
}

/** Who had to do with a subject: who last made or took it, who last changed it, who has rested on it since. */
interface Touched {
  readonly maker: RecordedMigration | null;
  readonly writer: RecordedMigration | null;
  readonly resting: readonly RecordedMigration[];
}

const UNTOUCHED: Touched = { maker: null, writer: null, resting: [] };

interface Other {
  readonly other: RecordedMigration;
  readonly subject: string;
}

function findOther(
  { subject, restsOn, stays }: LineChange,
  touched: ReadonlyMap<string, Touched>,
  isFree: (other: RecordedMigration | null) => boolean,
): Other | null {
  const here = touched.get(subject) ?? UNTOUCHED;
  const near: readonly (readonly [string, RecordedMigration | null])[] = [
    ...restsOn.map((name) => [name, touched.get(name)?.maker ?? null] as const),
    [subject, here.writer],
    ...(stays ? [] : here.resting).map((other) => [subject, other] as const),
  ];
  const [name = '', other = null] = near.find(([, one]) => !isFree(one)) ?? [];
  return other === null ? null : { other, subject: name };
}

function note(
  { subject, restsOn, stays }: LineChange,
  writer: RecordedMigration,
  touched: Map<string, Touched>,
): void {
  const here = touched.get(subject) ?? UNTOUCHED;
  touched.set(subject, stays ? { ...here, writer } : { maker: writer, writer, resting: [] });
  for (const name of restsOn) {
    const there = touched.get(name) ?? UNTOUCHED;
    // Most lines of a migration rest on one table: it is noted once.
    if (there.resting.at(-1) === writer) continue;
    touched.set(name, { ...there, resting: [...there.resting, writer] });
  }
}

function toContest(one: RecordedMigration, { other, subject }: Other): Contest {
  return { subject, paths: [one, other].map(({ migration }) => migration.path).sort() };
}
