/** What is left of the lines of a schema when the tables that are the same are put aside. */
export interface ChangedTables {
  /** The lines without theirs. */
  readonly left: readonly string[];
  /** Names of the tables that are the same. */
  readonly same: ReadonlySet<string>;
}

/**
 * The lines of a schema as it is and as it will be, sorted.
 * A project has many tables and a command changes one or two: the others are told by their text alone.
 */
export function changedTables(before: readonly string[], now: readonly string[]): ChangedTables {
  const was = linesByTable(before);
  const is = linesByTable(now);
  const same = new Set(
    [...is.keys()].filter((name) => was.get(name)?.join('\n') === is.get(name)!.join('\n')),
  );
  return { left: before.filter((line) => !same.has(tableOf(line))), same };
}

function linesByTable(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, string[]>();
  for (const line of lines) {
    const name = tableOf(line);
    const known = tables.get(name);
    if (known === undefined) tables.set(name, [line]);
    else known.push(line);
  }
  return tables;
}

function tableOf(line: string): string {
  return /^\w*/u.exec(line)![0];
}
