import { openFrame, takeInFrame, type Frame } from './argument-frame.ts';
import type { LogicalLine } from './logical-line.ts';
import { BrokenPython, type Token } from './token.ts';

const IN_NO_BRACKET = new Set(
  'assert break class continue def del elif except finally global import nonlocal pass raise return try while with'.split(
    ' ',
  ),
);
const AS_IN_BRACKETS = new Set(['with', 'from', 'case', 'async', 'match']);
const STARTS_OPERAND = new Set(['lambda', 'await', 'yield']);
const NEEDS_RIGHT = new Set(
  '+ - | & ^ % // @ << >> == != <= >= < > = . and or not in is if import := -> += -='.split(' '),
);
const NEEDS_LEFT = new Set('<< >> == != <= >= < > | & ^ % // = and or is'.split(' '));
const SOFT = new Set(['match', 'case', 'type']);

/** Refuses what a merge of lines can leave within one statement. Throws BrokenPython. */
export function checkTokens({ tokens, first, learnt }: LogicalLine): void {
  if (!learnt.checked) learnt.fault = findFault(tokens);
  learnt.checked = true;
  if (learnt.fault !== undefined) throw new BrokenPython(first + 1, learnt.fault);
}

function findFault(tokens: readonly Token[]): string | undefined {
  const frames: Frame[] = [];
  const opener = tokens[0]!.text;
  let defines = opener === 'def' || (opener === 'async' && tokens[1]?.text === 'def');
  for (let index = 0; index < tokens.length; index++) {
    const [token, before] = [tokens[index]!, tokens[index - 1]];
    const frame = frames.at(-1);
    const what =
      checkKeyword(token, before, opener, frames.length) ??
      checkOperands(token, before, index, opener) ??
      checkRight(token, before) ??
      (frame === undefined ? undefined : takeInFrame(frame, token, tokens[index + 1]));
    if (what !== undefined) return what;
    if (isClosing(token)) frames.pop();
    if (!isOpening(token)) continue;
    const parameters = defines && token.text === '(' && frames.length === 0;
    if (parameters) defines = false;
    frames.push(openFrame(parameters ? 'parameters' : isCall(token, before) ? 'call' : 'other'));
  }
  const last = tokens.at(-1)!;
  const cut = last.kind !== 'string' && NEEDS_RIGHT.has(last.text);
  return cut ? `nothing follows "${last.text}"` : undefined;
}

function checkKeyword(
  token: Token,
  before: Token | undefined,
  opener: string,
  depth: number,
): string | undefined {
  if (token.kind !== 'keyword' || depth === 0) return undefined;
  const { text } = token;
  const misplaced =
    IN_NO_BRACKET.has(text) ||
    (text === 'from' && before?.text !== 'yield') ||
    (text === 'as' && !AS_IN_BRACKETS.has(opener));
  return misplaced ? `"${text}" inside brackets` : undefined;
}

function checkOperands(
  token: Token,
  before: Token | undefined,
  index: number,
  opener: string,
): string | undefined {
  if (before === undefined || !endsOperand(before) || !startsOperand(token)) return undefined;
  if (before.kind === 'string' && token.kind === 'string') return undefined;
  if (before.text === '...' && opener === 'from') return undefined;
  if (index === 1 && SOFT.has(before.text)) return undefined;
  return `"${shorten(before.text)}" and "${shorten(token.text)}" stand side by side`;
}

function checkRight(token: Token, before: Token | undefined): string | undefined {
  if (token.kind === 'string' || before === undefined || before.kind === 'string') return undefined;
  const { text } = token;
  if (before.text === ',' && text === ',') return 'two commas in a row';
  if ('([{'.includes(before.text) && text === ',') return 'a comma after an opening bracket';
  if (!NEEDS_RIGHT.has(before.text)) return undefined;
  if (!isClosing(token) && ![',', ';', ':'].includes(text) && !NEEDS_LEFT.has(text))
    return undefined;
  return `nothing follows "${before.text}"`;
}

function startsOperand({ kind, text }: Token): boolean {
  if (kind === 'op') return text === '{' || text === '...' || text === '~';
  return kind !== 'keyword' || STARTS_OPERAND.has(text);
}

function endsOperand({ kind, text }: Token): boolean {
  if (kind === 'op') return text === ')' || text === ']' || text === '}' || text === '...';
  return kind !== 'keyword';
}

function isCall({ text }: Token, before: Token | undefined): boolean {
  return text === '(' && before !== undefined && endsOperand(before);
}

function isOpening({ kind, text }: Token): boolean {
  return kind === 'op' && (text === '(' || text === '[' || text === '{');
}

function isClosing({ kind, text }: Token): boolean {
  return kind === 'op' && (text === ')' || text === ']' || text === '}');
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}...` : text;
}
