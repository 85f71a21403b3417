import { compareColumns } from './compare-columns.ts';
import { compareKeys } from './compare-keys.ts';
import { matchTables, type TableMatch } from './match-tables.ts';
import type { Operation } from './operation.ts';
import { orderTables } from './order-tables.ts';
import type { Renames } from './renames.ts';
import type { Schema, Table } from './schema.ts';
import { toTopics } from './topics.ts';
import { toWarnings } from './warnings.ts';

/** What leads from one schema to another. */
export interface Difference {
  readonly operations: readonly Operation[];
  /** What it is about, in words for names: `add_article_subtitle`. */
  readonly topics: readonly string[];
  /** What is lost, in a sentence each. */
  readonly destructive: readonly string[];
  /** What rows may stop the migration, in a sentence each. */
  readonly risks: readonly string[];
}

/*
 *     take down   foreign keys, checks, uniques, indexes, columns      under the names before
 *     drop        tables
 *     rename      tables
 *     create      tables
 *     build       columns, uniques, indexes, checks, foreign keys      under the names of now
 *
 * So a name is free before it is taken, no key stands in the way of what it rests on, and read backwards it is the
 * way back.
 */

/** The steps from one schema to another. Throws HutError for what no database can do, and for what rows have no value for. */
export function difference(before: Schema, after: Schema, renames: Renames): Difference {
  const matched = matchTables(before, after, renames);
  const { matches, tableTo } = matched;
  const parts = matches.map((match) => {
    const columns = compareColumns(match);
    const keys = compareKeys(match, tableTo);
    return { down: [...keys.down, ...columns.down], build: [...columns.build, ...keys.build] };
  });
  const dropped = orderTables(matched.dropped);
  const created = orderTables(matched.created);
  const operations: readonly Operation[] = [
    ...dropped.late.map((late) => ({ do: 'drop-foreign-key', ...late }) as const),
    ...parts.flatMap(({ down }) => down),
    ...dropped.tables.toReversed().map((table) => ({ do: 'drop-table', table }) as const),
    ...renameTables(matches),
    ...created.tables.map((table) => ({ do: 'create-table', table }) as const),
    ...parts.flatMap(({ build }) => build),
    ...created.late.map((late) => ({ do: 'add-foreign-key', ...late }) as const),
  ];
  return { operations, topics: toTopics(matched), ...toWarnings(matched) };
}

/** A table that takes the name of another waits until that one has left it. */
function renameTables(matches: readonly TableMatch[]): readonly Operation[] {
  const waiting = new Map(
    matches
      .filter(({ before, after }) => before.name !== after.name)
      .map(({ before, after }) => [before.name, after]),
  );
  const operations: Operation[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].find(([, to]) => !waiting.has(to.name)) ?? [...waiting][0]!;
    operations.push({
      do: 'rename-table',
      from: free[0],
      to: free[1].name,
      isCounted: isCounted(free[1]),
    });
    waiting.delete(free[0]);
  }
  return operations;
}

function isCounted({ primaryKey, columns }: Table): boolean {
  const id = columns.find(({ name }) => name === primaryKey[0]);
  return primaryKey.length === 1 && id?.type.name === 'int';
}
