import { LINE_WIDTH } from './line-width.ts';

/** A call, formatted as ruff format leaves it: on one line when it fits behind `indent` columns, else an argument a line. */
export function pythonCall(callee: string, args: readonly string[], indent: number): string {
  const line = `${callee}(${args.join(', ')})`;
  if (indent + line.length + 1 <= LINE_WIDTH) return line;
  const margin = ' '.repeat(indent);
  return [`${callee}(`, ...args.map((arg) => `${margin}    ${arg},`), `${margin})`].join('\n');
}
