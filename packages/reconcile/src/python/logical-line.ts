import { findKnown, rememberStatement } from './known-statements.ts';
import { startLearning, type Learnt } from './learnt.ts';
import { findStringEnd } from './string-end.ts';
import { BrokenPython, toOperator, toWord, type Token } from './token.ts';

/** One statement as Python reads it: the lines [first, last) of the text, joined over brackets and strings. */
export interface LogicalLine {
  readonly first: number;
  readonly last: number;
  /** The indentation with tabs of eight and with tabs of one: both must agree, as Python demands. */
  readonly indent: number;
  readonly tightIndent: number;
  readonly tokens: readonly Token[];
  readonly commented: boolean;
  readonly learnt: Learnt;
}

const BLANKS = /[ \t\f\r]+/y;
const JOINED_LINE = /\\\r?\n/y;
const ASCII_WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const WORD = /[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}\p{Pc}·]*/uy;
const NUMBER =
  /0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?/y;
const OPERATOR =
  /\*\*=?|\/\/=?|>>=?|<<=?|->|:=|\.\.\.|[-+*/%@&|^=<>!]=|[-+*/%@&|^~<>=.,:;!([{}\])]/y;

const STRING_PREFIX = /^(?:[rRbBuUfFtT]|[bBfFtT][rR]|[rR][bBfFtT])?$/;
const CLOSED_BY: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The cursors of one pass over a text: by lines where they are known, by characters in what is new. */
interface Pass {
  readonly lines: readonly string[];
  readonly height: number;
  readonly found: LogicalLine[];
  readonly open: string[];
  text: string;
  starts: readonly number[];
  tokens: Token[];
  line: number;
  /** The line that the statement under way begins in. */
  startLine: number;
  index: number;
  lineStart: number;
  first: number;
  start: number;
  commented: boolean;
}

/** Splits the lines of a text into logical lines. Throws BrokenPython. */
export function splitLogicalLines(lines: readonly string[]): readonly LogicalLine[] {
  const pass = startPass(lines);
  while (pass.line < pass.height) {
    if (isUnderWay(pass) || !takeKnown(pass)) takeToken(pass);
  }
  if (pass.open.length > 0) throw broken(pass, `"${pass.open.at(-1)}" is never closed`);
  if (pass.tokens.length > 0) throw broken(pass, 'the file ends in a continued line');
  return pass.found;
}

function startPass(lines: readonly string[]): Pass {
  const height = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const cursors = { line: 0, startLine: 0, index: 0, lineStart: 0, first: 0, start: 0 };
  const found = { found: [], open: [], tokens: [], commented: false };
  return { lines, height, text: '', starts: [], ...cursors, ...found };
}

function isUnderWay({ index, lineStart, open, tokens }: Pass): boolean {
  return index !== lineStart || open.length > 0 || tokens.length > 0;
}

/** Takes a blank line, a comment or a statement that was seen before; else goes to the characters of the line. */
function takeKnown(pass: Pass): boolean {
  const { lines, line } = pass;
  const firstLine = lines[line]!;
  const known = findKnown(lines, line);
  if (known !== undefined) {
    pass.found.push(moveTo(known, line));
    pass.line += known.last - known.first;
    return true;
  }
  if (/^\s*(?:#.*)?$/.test(firstLine)) {
    pass.line++;
    return true;
  }
  enterLine(pass);
  return false;
}

/** The text is joined only where something in it is new. */
function enterLine(pass: Pass): void {
  const { line, lines, height } = pass;
  if (pass.text === '') {
    pass.text = [...lines.slice(0, height), ''].join('\n');
    pass.starts = startsOf(lines);
  }
  pass.startLine = line;
  pass.lineStart = pass.starts[line]!;
  pass.index = pass.lineStart;
}

function startsOf(lines: readonly string[]): readonly number[] {
  let end = 0;
  return lines.map((line) => (end += line.length + 1) - line.length - 1);
}

/** Written out: this runs for nearly every line of four texts, and a spread costs several times as much. */
function moveTo(
  { first, last, indent, tightIndent, tokens, commented, learnt }: LogicalLine,
  line: number,
): LogicalLine {
  return { first: line, last: line + last - first, indent, tightIndent, tokens, commented, learnt };
}

/** Takes what begins at the index: its first character says what sort of token that is. */
function takeToken(pass: Pass): void {
  const take = TAKEN_BY[pass.text.charCodeAt(pass.index)] ?? takeWord;
  take(pass);
}

function takeBlanks(pass: Pass): void {
  pass.index = endOf(BLANKS, pass);
}

function takeJoinedLine(pass: Pass): void {
  pass.index = endOf(JOINED_LINE, pass);
  pass.line++;
}

function takeComment(pass: Pass): void {
  pass.commented = true;
  pass.index = pass.text.indexOf('\n', pass.index);
}

function takeNumber(pass: Pass): void {
  const end = endOf(NUMBER, pass);
  push(pass, { kind: 'number', text: pass.text.slice(pass.index, end) });
  pass.index = end;
}

/** A point begins a number, a row of three, or is an operator. */
function takePoint(pass: Pass): void {
  NUMBER.lastIndex = pass.index;
  if (NUMBER.test(pass.text)) takeNumber(pass);
  else takeOperator(pass);
}

/** Letters before a quote belong to the string; a word with other than ASCII letters is found the slow way. */
function takeWord(pass: Pass): void {
  const { text, index } = pass;
  ASCII_WORD.lastIndex = index;
  const ascii = ASCII_WORD.test(text);
  let end = ascii ? ASCII_WORD.lastIndex : index;
  const after = text.charCodeAt(end);
  if ((after === SINGLE || after === DOUBLE) && mayPrefix(text, index, end)) {
    return takeQuote(pass, text.slice(index, end));
  }
  if (after > LAST_ASCII) end = endOf(WORD, pass);
  push(pass, toWord(text.slice(index, end)));
  pass.index = end;
}

const [SINGLE, DOUBLE, LAST_ASCII] = [0x27, 0x22, 0x7f];

function mayPrefix(text: string, index: number, end: number): boolean {
  return end - index <= 2 && /^[a-zA-Z]*$/.test(text.slice(index, end));
}

function endOf(pattern: RegExp, pass: Pass): number {
  pattern.lastIndex = pass.index;
  if (!pattern.test(pass.text)) throw broken(pass, `"${pass.text[pass.index]}" is no Python`);
  return pattern.lastIndex;
}

function push(pass: Pass, token: Token): void {
  if (pass.tokens.length === 0) {
    pass.first = pass.line;
    pass.start = pass.index;
  }
  pass.tokens.push(token);
}

/** A quote starts a string, unless the letters before it are a keyword: `in"x"`. */
function takeQuote(pass: Pass, prefix: string): void {
  if (!STRING_PREFIX.test(prefix)) {
    push(pass, toWord(prefix));
    pass.index += prefix.length;
    return;
  }
  const found = findStringEnd(pass.text, pass.index);
  if (found === undefined) throw broken(pass, 'a string is never closed');
  const text = pass.text.slice(pass.index, found.end);
  const inside = found.inside.length > 0 ? { inside: found.inside } : {};
  push(pass, { kind: 'string', text, ...inside });
  pass.line += countNewlines(text);
  pass.index = found.end;
}

function takeOperator(pass: Pass): void {
  const end = endOf(OPERATOR, pass);
  const text = pass.text.slice(pass.index, end);
  if (text in CLOSED_BY) pass.open.push(text);
  else if (text === ')' || text === ']' || text === '}') {
    const opened = pass.open.pop();
    const fits = opened !== undefined && CLOSED_BY[opened] === text;
    if (!fits) throw broken(pass, `"${text}" closes nothing`);
  }
  push(pass, toOperator(text));
  pass.index = end;
}

function endLine(pass: Pass): void {
  pass.line++;
  pass.index++;
  if (pass.open.length > 0) return;
  if (pass.tokens.length > 0) endStatement(pass);
  pass.tokens = [];
  pass.commented = false;
  pass.lineStart = pass.index;
  pass.startLine = pass.line;
}

function endStatement(pass: Pass): void {
  const statement = toLogicalLine(pass);
  pass.found.push(statement);
  if (pass.startLine === statement.first) rememberStatement(pass.lines, statement);
}

const TAKERS: readonly (readonly [RegExp, (pass: Pass) => void])[] = [
  [/[ \t\f\r]/, takeBlanks],
  [/[A-Za-z_]/, takeWord],
  [/\d/, takeNumber],
  [/\./, takePoint],
  [/['"]/, (pass) => takeQuote(pass, '')],
  [/\n/, endLine],
  [/#/, takeComment],
  [/\\/, takeJoinedLine],
];

/** Who takes what begins with an ASCII character; all else can only begin a word. */
const TAKEN_BY: readonly ((pass: Pass) => void)[] = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  const [, take] = TAKERS.find(([chars]) => chars.test(char)) ?? [];
  return take ?? takeOperator;
});

function toLogicalLine({
  text,
  lineStart,
  start,
  first,
  line,
  tokens,
  commented,
}: Pass): LogicalLine {
  const blanks = text.slice(lineStart, start);
  const [indent, tightIndent] = [columnOf(blanks, 8), columnOf(blanks, 1)];
  const learnt = startLearning();
  return { first, last: line, indent, tightIndent, tokens, commented, learnt };
}

function columnOf(blanks: string, tab: number): number {
  let column = 0;
  for (const char of blanks) {
    if (char === '\f') column = 0;
    else if (char === '\t') column += tab - (column % tab);
    else if (char === ' ') column++;
  }
  return column;
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function broken(pass: Pass, what: string): BrokenPython {
  return new BrokenPython(pass.line + 1, what);
}
