/*
 *     revision: 5a9cecf13da7
 *     parents: db13776341d1                       several where heads are joined
 *     tables: all                                 only where what came before does not count
 *     - articles.title: string:80                 lines of the schema text that went
 *     + articles.title: string:120                and those that came
 */

/** What hut must know of a migration later: where it stands, and what it changes. */
export interface MigrationMemo {
  readonly revision: string;
  readonly parents: readonly string[];
  /** Its lines are all tables that there are after it, whatever was before. */
  readonly isAll: boolean;
  /** Lines of the schema text, sorted. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

const ALL = 'tables: all';

/** A memo as the lines of a record. */
export function printMemo({
  revision,
  parents,
  isAll,
  removed,
  added,
}: MigrationMemo): readonly string[] {
  return [
    `revision: ${revision}`,
    ['parents:', ...parents].join(' '),
    ...(isAll ? [ALL] : []),
    ...removed.map((line) => `- ${line}`),
    ...added.map((line) => `+ ${line}`),
  ];
}

/** The lines of a record as they were written in, the memo out. */
export function parseMemo(lines: readonly string[]): MigrationMemo {
  const [revision = '', parents = ''] = lines;
  const changes = (sign: string): readonly string[] =>
    lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(sign.length));
  return {
    revision: revision.slice('revision: '.length),
    parents: parents.split(' ').slice(1),
    isAll: lines[2] === ALL,
    removed: changes('- '),
    added: changes('+ '),
  };
}
