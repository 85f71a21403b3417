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

/** The first line of a function, or its lines: all parameters on one of their own where they fit, else one each. */
export function signatureLine(name: string, parameters: readonly string[], result: string): string {
  const [start, end] = [`async def ${name}(`, `) -> ${result}:`];
  const flat = parameters.join(', ');
  if (start.length + flat.length + end.length <= WIDTH) return `${start}${flat}${end}`;
  if (flat.length + 4 <= WIDTH) return `${start}\n    ${flat}\n${end}`;
  return [start, ...parameters.map((parameter) => `    ${parameter},`), end].join('\n');
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
