import type { LogicalLine } from './logical-line.ts';

interface Known {
  readonly lines: readonly string[];
  readonly statement: LogicalLine;
}

/** Statements seen before, by their first line: the four texts of a merge share nearly all of them. */
const KNOWN = new Map<string, Known[]>();
const MOST_KNOWN = 20_000;
/** `parser.add_argument(` begins many: the latest are kept. */
const MOST_ALIKE = 30;

/** The statement that these lines have from `line` on, as it was read before; undefined when it is new. */
export function findKnown(lines: readonly string[], line: number): LogicalLine | undefined {
  return KNOWN.get(lines[line]!)?.find((known) => isAt(known.lines, lines, line))?.statement;
}

/** Keeps a statement that begins at the start of its first line; `lines` are those of its text. */
export function rememberStatement(lines: readonly string[], statement: LogicalLine): void {
  const { first, last } = statement;
  const known = { lines: lines.slice(first, last), statement };
  const alike = KNOWN.get(lines[first]!);
  if (alike !== undefined) {
    if (alike.push(known) > MOST_ALIKE) alike.shift();
    return;
  }
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(lines[first]!, [known]);
}

/** The first line is known to be there. */
function isAt(known: readonly string[], lines: readonly string[], line: number): boolean {
  for (let index = 1; index < known.length; index++) {
    if (known[index] !== lines[line + index]) return false;
  }
  return true;
}
