const width = 100;

/** A call, formatted as ruff format leaves it: on one line when it fits behind `indent` columns, else an argument a line. */
export function pythonCall(callee: string, args: readonly string[], indent: number): string {
  const line = `${callee}(${args.join(', ')})`;
  if (indent + line.length + 1 <= width) return line;
  const margin = ' '.repeat(indent);
  return [`${callee}(`, ...args.map((arg) => `${margin}    ${arg},`), `${margin})`].join('\n');
}
