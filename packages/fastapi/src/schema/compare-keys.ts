import type { Steps } from './compare-columns.ts';
import { checkName, foreignKeyName, indexName, uniqueName } from './constraint-names.ts';
import type { TableMatch } from './match-tables.ts';
import type { Operation } from './operation.ts';
import type { Table } from './schema.ts';

/** Something of a table that has a name of its own: its step and what tells whether it is the same on the other side. */
interface Named {
  readonly name: string;
  readonly says: string;
  readonly add: Operation;
  readonly drop: Operation;
}

type NameOf = (name: string) => string | undefined;

/**
 * The steps for the indexes, uniques, checks and foreign keys of a table that stays.
 * Their names are made from tables and columns, so one whose table or column is renamed is made anew.
 */
export function compareKeys(match: TableMatch, tableTo: ReadonlyMap<string, string>): Steps {
  const { before, after, columns } = match;
  const was = namedOf(
    before,
    (name) => columns.get(name),
    (name) => tableTo.get(name),
  );
  const now = namedOf(
    after,
    (name) => name,
    (name) => name,
  );
  const moved = movedSupports(match);
  const same = new Set(
    was
      .filter((one) => now.some((other) => other.name === one.name && other.says === one.says))
      .map(({ name }) => name)
      .filter((name) => !moved.has(name)),
  );
  return {
    down: was.filter(({ name }) => !same.has(name)).map(({ drop }) => drop),
    build: now
      .filter(({ name }) => !same.has(name))
      .map(({ add }) => add)
      .toReversed(),
  };
}

/** In the order in which they go: a foreign key before the index that MySQL lets it rest on. */
function namedOf(table: Table, columnTo: NameOf, tableTo: NameOf): readonly Named[] {
  return [
    ...foreignKeysOf(table, columnTo, tableTo),
    ...checksOf(table, columnTo),
    ...setsOf(table, 'unique', columnTo),
    ...setsOf(table, 'index', columnTo),
  ];
}

function foreignKeysOf(table: Table, columnTo: NameOf, tableTo: NameOf): readonly Named[] {
  return table.foreignKeys.map((key) => {
    const step = { table: table.name, key };
    return {
      name: foreignKeyName(table.name, key),
      says: `${String(columnTo(key.column))} ${String(tableTo(key.table))} ${key.onDelete}`,
      add: { do: 'add-foreign-key', ...step },
      drop: { do: 'drop-foreign-key', ...step },
    };
  });
}

function checksOf(table: Table, columnTo: NameOf): readonly Named[] {
  return table.columns.flatMap(({ name, type }) => {
    if (type.name !== 'enum') return [];
    const step = { table: table.name, column: name, values: type.values };
    return [
      {
        name: checkName(table.name, name),
        says: `${String(columnTo(name))} ${type.values.join()}`,
        add: { do: 'add-check', ...step } as const,
        drop: { do: 'drop-check', ...step } as const,
      },
    ];
  });
}

function setsOf(table: Table, kind: 'unique' | 'index', columnTo: NameOf): readonly Named[] {
  const sets = kind === 'unique' ? table.uniques : table.indexes;
  const nameOf = kind === 'unique' ? uniqueName : indexName;
  return sets.map((columns) => {
    const step = { table: table.name, columns };
    return {
      name: nameOf(table.name, columns),
      says: columns.map(columnTo).join(),
      add: { do: `add-${kind}`, ...step } as const,
      drop: { do: `drop-${kind}`, ...step } as const,
    };
  });
}

/** Foreign keys whose column changes from index to unique or back: MySQL drops neither under a key that rests on it. */
function movedSupports({ before, after, columns }: TableMatch): ReadonlySet<string> {
  const moved = before.foreignKeys.filter(({ column }) => {
    const now = columns.get(column);
    return now !== undefined && isUnique(before, column) !== isUnique(after, now);
  });
  return new Set(moved.map((key) => foreignKeyName(before.name, key)));
}

function isUnique({ uniques }: Table, column: string): boolean {
  return uniques.some((set) => set.join() === column);
}
