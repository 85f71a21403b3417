import { columnsOf, pythonLiteral, pythonText } from '@hut/render';
import { LINE_WIDTH } from '../line-width.ts';

/** A piece of Python: text that stays on its line, a literal of a text, or what may be broken at its parts. */
export type Code = string | Text | Call;

/** A text of people, of any length. */
interface Text {
  readonly text: string;
}

/** A call, a list or a dict with its parts in order; an argument with a keyword, or an item with its key, is a pair. */
export interface Call {
  readonly open: string;
  readonly parts: readonly Part[];
  readonly close: string;
  /** A part a line, however short it is. */
  readonly isTall: boolean;
}

/** A part of a call. */
export type Part = Code | Keyword;

type Keyword = readonly [keyword: string, value: Code];

/** A call. */
export function call(callee: string, ...parts: readonly Part[]): Call {
  return { open: `${callee}(`, parts, close: ')', isTall: false };
}

/** A call with an argument a line. */
export function tallCall(callee: string, ...parts: readonly Part[]): Call {
  return { ...call(callee, ...parts), isTall: true };
}

/** `{"key": value}`; the keys are literals. */
export function dictCode(...parts: readonly Part[]): Call {
  return { open: '{', parts, close: '}', isTall: false };
}

/** `[a, b]`. */
export function listCode(...parts: readonly Code[]): Call {
  return { open: '[', parts, close: ']', isTall: false };
}

/** A list of texts. */
export function textList(texts: readonly string[]): Call {
  return { open: '[', parts: texts.map((text) => pythonLiteral(text)), close: ']', isTall: false };
}

/** Code behind `indent` columns, as ruff format leaves it; `before` and `after` columns are taken on its line. */
export function printCode(code: Code, indent: number, before = 0, after = 0): string {
  if (typeof code === 'string') return code;
  if ('text' in code) return printText(code.text, indent, before, after);
  const flat = printFlat(code);
  if (flat !== undefined && indent + before + columnsOf(flat) + after <= LINE_WIDTH) return flat;
  const margin = ' '.repeat(indent + 4);
  const lines = code.parts.map((part) => `${margin}${printPart(part, indent + 4)},\n`);
  return `${code.open}\n${lines.join('')}${' '.repeat(indent)}${code.close}`;
}

/** Code on one line, however long that is. */
export function flatCode(code: Code): string {
  return printCode(code, -LONG);
}

const LONG = 10_000;

function printText(text: string, indent: number, before: number, after: number): string {
  const printed = pythonText(text, { indent: before, width: LINE_WIDTH - indent - after });
  return printed.replaceAll('\n', `\n${' '.repeat(indent)}`);
}

/** Undefined when something in it must be tall. */
function printFlat(code: Code): string | undefined {
  if (typeof code === 'string') return code;
  if ('text' in code) return pythonLiteral(code.text);
  const parts = code.parts.map((part) => {
    const value = printFlat(isKeyword(part) ? part[1] : part);
    return value !== undefined && isKeyword(part) ? `${startOf(part)}${value}` : value;
  });
  if (code.isTall || parts.includes(undefined)) return undefined;
  return `${code.open}${parts.join(', ')}${code.close}`;
}

function printPart(part: Part, indent: number): string {
  if (!isKeyword(part)) return printCode(part, indent, 0, 1);
  const start = startOf(part);
  return `${start}${printCode(part[1], indent, start.length, 1)}`;
}

/** The key of a dict is a literal, the keyword of a call is a name. */
function startOf([keyword]: Keyword): string {
  return /^["']/u.test(keyword) ? `${keyword}: ` : `${keyword}=`;
}

function isKeyword(part: Part): part is Keyword {
  return Array.isArray(part);
}
