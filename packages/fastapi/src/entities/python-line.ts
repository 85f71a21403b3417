import { call, printCode, tallCall, type Code } from '../schema/python-code.ts';

/** Where a statement stands, and what ends its line. */
interface Placing {
  readonly indent?: number;
  /** A colon, say. */
  readonly after?: string;
}

/** One statement: `start`, then code that is broken where ruff format would break it. */
export function pythonLine(
  start: string,
  code: Code,
  { indent = 0, after = '' }: Placing = {},
): string {
  const printed = printCode(code, indent, start.length, after.length);
  return `${' '.repeat(indent)}${start}${printed}${after}`;
}

/** `Service[Article, ArticleCreate]`, which may be broken at its parts. */
export function subscript(name: string, ...parts: readonly Code[]): Code {
  return { ...call(name, ...parts), open: `${name}[`, close: ']' };
}

/** An assignment of a tuple: an item a line, but a single one that fits stays on the line, as ruff has it. */
export function tupleLine(start: string, parts: readonly Code[], indent: number): string {
  const [only, ...others] = parts;
  const flat = only === undefined ? '' : printCode(only, 0, -LONG);
  const line = `${' '.repeat(indent)}${start}(${flat},)`;
  if (others.length === 0 && line.length <= WIDTH) return line;
  return pythonLine(start, tallCall('', ...parts), { indent });
}

const WIDTH = 100;
const LONG = 10_000;
