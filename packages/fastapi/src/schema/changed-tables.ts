/** What is left of a record when the tables that are the same are put aside. */
export interface ChangedTables {
  /** The record without their lines; the others stand where they stood. */
  readonly text: string;
  /** Names of the tables that are the same. */
  readonly same: ReadonlySet<string>;
}

/**
 * The text of `.hut/schema.yaml` as it is and as it would be written now.
 * A project has many tables and a command changes one or two: the others are told by their text alone.
 */
export function changedTables(before: string, now: string): ChangedTables {
  const lines = before.split('\n');
  const was = linesByTable(lines);
  const is = linesByTable(now.split('\n'));
  const same = new Set([...is.keys()].filter((name) => isSame(was.get(name), is.get(name))));
  return { text: lines.map((line) => (same.has(tableOf(line)) ? '' : line)).join('\n'), same };
}

function isSame(
  left: readonly string[] | undefined,
  right: readonly string[] | undefined,
): boolean {
  return left !== undefined && left.join('\n') === right?.join('\n');
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

/** Nothing for lines that speak of no table: those are always read. */
function tableOf(line: string): string {
  return /^\w*/u.exec(line)![0];
}
