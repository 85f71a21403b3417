import { startLearning, type Learnt } from './learnt.ts';
import { findStringEnd } from './string-end.ts';
import { BrokenPython, toWord, type Token } from './token.ts';

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

// One alternative for each sort, found again by its group: 1 string, 2 word, 3 number, 4 operator, 5 newline, 6 comment; else blank.
const TOKEN =
  /[ \t\f\r]+|\\\r?\n|([a-zA-Z]{0,2}['"])|([A-Za-z_][A-Za-z0-9_]*(?![A-Za-z0-9_]|[^\0-\x7f])|[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}\p{Pc}·]*)|(0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)|(\*\*=?|\/\/=?|>>=?|<<=?|->|:=|\.\.\.|[-+*/%@&|^=<>!]=|[-+*/%@&|^~<>=.,:;!([{}\])])|(\n)|(#[^\n]*)/uy;

const STRING_PREFIX = /^(?:[rRbBuUfFtT]|[bBfFtT][rR]|[rR][bBfFtT])?$/;
const CLOSED_BY: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The cursors of one pass over a text. */
interface Pass {
  readonly text: string;
  readonly lines: LogicalLine[];
  readonly open: string[];
  tokens: Token[];
  index: number;
  line: number;
  lineStart: number;
  first: number;
  start: number;
  commented: boolean;
}

/** Statements seen before, by their first line: the four texts of a merge share nearly all of them. */
const KNOWN = new Map<string, { readonly text: string; readonly statement: LogicalLine }>();
const MOST_KNOWN = 20_000;

/** Splits a text into logical lines. Throws BrokenPython. */
export function splitLogicalLines(source: string): readonly LogicalLine[] {
  const text = source.endsWith('\n') ? source : `${source}\n`;
  const cursors = { index: 0, line: 0, lineStart: 0, first: 0, start: 0, commented: false };
  const pass: Pass = { text, lines: [], open: [], tokens: [], ...cursors };
  while (pass.index < text.length) {
    if (!takeKnown(pass)) takeToken(pass);
  }
  if (pass.open.length > 0) throw broken(pass, `"${pass.open.at(-1)}" is never closed`);
  if (pass.tokens.length > 0) throw broken(pass, 'the file ends in a continued line');
  return pass.lines;
}

/** Takes a blank line, a comment or a statement that was seen before; only where no statement is under way. */
function takeKnown(pass: Pass): boolean {
  const { text, index, line } = pass;
  if (index !== pass.lineStart || pass.open.length > 0 || pass.tokens.length > 0) return false;
  const firstLine = text.slice(index, text.indexOf('\n', index));
  const known = KNOWN.get(firstLine);
  const found = known !== undefined && text.startsWith(known.text, index) ? known : undefined;
  if (found === undefined && !/^\s*(?:#.*)?$/.test(firstLine)) return false;
  const height = found === undefined ? 1 : found.statement.last - found.statement.first;
  if (found !== undefined) pass.lines.push(moveTo(found.statement, line));
  pass.line += height;
  pass.index += found?.text.length ?? firstLine.length + 1;
  pass.lineStart = pass.index;
  return true;
}

/** Written out: this runs for nearly every line of four texts, and a spread costs several times as much. */
function moveTo(
  { first, last, indent, tightIndent, tokens, commented, learnt }: LogicalLine,
  line: number,
): LogicalLine {
  return { first: line, last: line + last - first, indent, tightIndent, tokens, commented, learnt };
}

function takeToken(pass: Pass): void {
  TOKEN.lastIndex = pass.index;
  const match = TOKEN.exec(pass.text);
  if (match === null) throw broken(pass, `"${pass.text[pass.index]}" is no Python`);
  const [text, string, word, number, op, newline, comment] = match;
  if (string !== undefined) return takeQuote(pass, string.slice(0, -1));
  if (word !== undefined) push(pass, toWord(word));
  else if (number !== undefined) push(pass, { kind: 'number', text: number });
  else if (op !== undefined) takeOperator(pass, op);
  else if (newline !== undefined) endLine(pass);
  else if (comment !== undefined) pass.commented = true;
  else if (text.startsWith('\\')) pass.line++;
  pass.index += text.length;
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

function takeOperator(pass: Pass, text: string): void {
  if (text in CLOSED_BY) pass.open.push(text);
  else if (text === ')' || text === ']' || text === '}') {
    const opened = pass.open.pop();
    const fits = opened !== undefined && CLOSED_BY[opened] === text;
    if (!fits) throw broken(pass, `"${text}" closes nothing`);
  }
  push(pass, { kind: 'op', text });
}

function endLine(pass: Pass): void {
  pass.line++;
  if (pass.open.length > 0) return;
  if (pass.tokens.length > 0) remember(pass, toLogicalLine(pass));
  pass.tokens = [];
  pass.commented = false;
  pass.lineStart = pass.index + 1;
}

function remember({ lines, text, lineStart, index }: Pass, statement: LogicalLine): void {
  lines.push(statement);
  const all = text.slice(lineStart, index + 1);
  const height = statement.last - statement.first;
  if (all.split('\n').length !== height + 1) return;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(all.slice(0, all.indexOf('\n')), { text: all, statement });
}

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
