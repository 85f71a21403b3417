import { escapeInvisible, hex } from './escape-invisible.ts';

/** A value that a Python literal can say. */
export type PythonValue = string | number | boolean | null | readonly PythonValue[];

/** A value as a Python literal on one line. */
export function pythonLiteral(value: PythonValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quote(escape(value));
  return `[${value.map(pythonLiteral).join(', ')}]`;
}

/**
 * A text as a Python expression that keeps within `width` columns, formatted as ruff formats it:
 * one literal when it fits behind `indent` columns, else pieces in parentheses, a line each.
 */
export function pythonText(
  text: string,
  { indent, width = 100 }: { indent: number; width?: number },
): string {
  const whole = pythonLiteral(text);
  if (indent + whole.length <= width) return whole;
  const pieces = cut(text, width - 6).map((piece) => `    ${pythonLiteral(piece)}`);
  return `(\n${pieces.join('\n')}\n)`;
}

/** Pieces whose escaped form has at most `length` characters, cut after a blank where there is one. */
function cut(text: string, length: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const word of text.match(/\S*\s|\S+/g) ?? []) {
    for (const part of escape(word).length > length ? [...word] : [word]) {
      if (escape(piece + part).length > length) {
        pieces.push(piece);
        piece = '';
      }
      piece += part;
    }
  }
  return [...pieces, piece];
}

/** Double quotes, unless single ones save backslashes: as ruff format chooses. */
function quote(escaped: string): string {
  const single = escaped.includes('"') && !escaped.includes("'");
  return single ? `'${escaped}'` : `"${escaped.replaceAll('"', '\\"')}"`;
}

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escape(text: string): string {
  return escapeInvisible(text.replaceAll('\\', '\\\\'), (codePoint) => {
    const name = named[String.fromCodePoint(codePoint)];
    if (name !== undefined) return name;
    if (codePoint <= 0xff) return `\\x${hex(codePoint, 2)}`;
    return codePoint <= 0xffff ? `\\u${hex(codePoint, 4)}` : `\\U${hex(codePoint, 8)}`;
  });
}
