import { eastAsianWidth } from 'get-east-asian-width';
import { escapeInvisible, hex } from './escape-invisible.ts';

/** A value that a Python literal can say. */
export type PythonValue = string | number | boolean | null | readonly PythonValue[];

/** A value as a Python literal on one line. */
export function pythonLiteral(value: PythonValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value).replace('e+', 'e');
  if (typeof value === 'string') return quote(escape(value));
  return `[${value.map(pythonLiteral).join(', ')}]`;
}

/**
 * A text as a Python expression that keeps within `width` columns, formatted as ruff formats it:
 * one literal when it fits behind `indent` columns or else alone in parentheses, else pieces in
 * parentheses, a line each. Ruff joins pieces that would fit in one line, so these never do.
 */
export function pythonText(
  text: string,
  { indent, width = 100 }: { indent: number; width?: number },
): string {
  const whole = pythonLiteral(text);
  if (indent + columnsOf(whole) <= width) return whole;
  const room = width - margin.length;
  const pieces = columnsOf(whole) <= room ? [whole] : cut(text, room).map(pythonLiteral);
  return `(\n${pieces.map((piece) => margin + piece).join('\n')}\n)`;
}

/** Before each piece inside the parentheses. */
const margin = '    ';

/** Pieces whose literals fit in `width` columns, cut after a blank where there is one. */
function cut(text: string, width: number): readonly string[] {
  const room = width - 2;
  const words = text.match(/\S*\s|\S+/g) ?? [];
  const parts = words.flatMap((word) => (mostColumnsOf(word) <= room ? [word] : [...word]));
  const pieces = [''];
  let used = 0;
  for (const part of parts) {
    const columns = mostColumnsOf(part);
    if (used + columns > room) pieces.push('');
    used = used + columns > room ? columns : used + columns;
    pieces[pieces.length - 1] += part;
  }
  return pieces;
}

/** What a part of a text fills at most: a quote in it may need a backslash. */
function mostColumnsOf(part: string): number {
  return columnsOf(escape(part)) + (part.match(/["']/g)?.length ?? 0);
}

/** How wide ruff takes a text to be, which counts each character by itself. */
export function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return [...text].reduce((sum, character) => sum + columnsOfOne(character), 0);
}

/** Characters of East Asian scripts and emoji fill two columns, marks upon another character none. */
function columnsOfOne(character: string): number {
  return mark.test(character) ? 0 : eastAsianWidth(character.codePointAt(0)!);
}

/** Accents, variation selectors, and the vowels and finals of decomposed Hangul. */
const mark = /[\p{Grapheme_Extend}\u1160-\u11ff]/u;

/** The quotes that need fewer backslashes, double ones when it is even: as ruff format chooses. */
function quote(escaped: string): string {
  const count = (mark: string): number => escaped.split(mark).length - 1;
  const mark = count('"') > count("'") ? "'" : '"';
  return mark + escaped.replaceAll(mark, `\\${mark}`) + mark;
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
