import { call, printCode, tallCall, type Code } from '../schema/python-code.ts';
import { LINE_WIDTH } from '../line-width.ts';

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
  if (start.length + flat.length + end.length <= LINE_WIDTH) return `${start}${flat}${end}`;
  if (flat.length + 4 <= LINE_WIDTH) return `${start}\n    ${flat}\n${end}`;
  return [start, ...parameters.map((parameter) => `    ${parameter},`), end].join('\n');
}

/**
 * A field of a class body, with its value when it has one. What is too long is broken where ruff breaks it: the
 * value at its parts; else the value in parentheses of its own; else the annotation, inside of its brackets.
 */
export function fieldLine(name: string, annotation: string, value?: Code): string {
  const start = `    ${name}: ${annotation}`;
  if (value === undefined)
    return start.length <= LINE_WIDTH ? start : longAnnotation(name, annotation);
  const open = typeof value === 'object' && 'open' in value ? value.open : '';
  const flat = `${start} = ${printCode(value, 0, -LONG)}`;
  if (flat.length <= LINE_WIDTH || `${start} = ${open}`.length <= LINE_WIDTH)
    return pythonLine(`${name}: ${annotation} = `, value, { indent: 4 });
  if (`${start} = (`.length <= LINE_WIDTH)
    return `${start} = (\n        ${printCode(value, 8)}\n    )`;
  return `${longAnnotation(name, annotation)} = ${printCode(value, 4, '] = '.length)}`;
}

function longAnnotation(name: string, annotation: string): string {
  const [, outer, inner] = /^(\w+)\[([^\]]+(?:\[[^\]]*\]+)?)\]$/u.exec(annotation) ?? [];
  const [open, text, close] =
    outer === undefined ? ['(', annotation, ')'] : [`${outer}[`, inner!, ']'];
  return `    ${name}: ${open}\n        ${text}\n    ${close}`;
}

/** `class ArticleRead(RecordRead):` */
export function classLine(name: string, ...bases: readonly Code[]): string {
  return pythonLine('', call(`class ${name}`, ...bases), { after: ':' });
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
  if (others.length === 0 && line.length <= LINE_WIDTH) return line;
  return pythonLine(start, tallCall('', ...parts), { indent });
}

const LONG = 10_000;
