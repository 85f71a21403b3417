import type { LogicalLine } from './logical-line.ts';
import type { Token } from './token.ts';

/** How the text of a string of several lines reads in code: its lines are counted one by one, apart from it. */
export const LONG_STRING = '"..."';

/** Tokens as one line that no longer shows layout, quotes or trailing commas. */
export function toCode(tokens: readonly Token[]): string {
  const words: string[] = [];
  for (const token of tokens) {
    if (closes(token) && words.at(-1) === ',' && !isOneTuple(words)) words.pop();
    words.push(wordOf(token));
  }
  if (words.at(-1) === ',' && words.length > 2) words.pop();
  return words.join(' ');
}

/** The code of a whole line. */
export function codeOf({ tokens, learnt }: LogicalLine): string {
  return (learnt.code ??= toCode(tokens));
}

/** The lines of the strings that span several lines. */
export function longStringLines(tokens: readonly Token[]): readonly string[] {
  return tokens.filter(isLongString).flatMap(({ text }) => {
    const body = text.replace(/^[a-zA-Z]*("""|'''|"|')|("""|'''|"|')$/g, '');
    return body.split('\n').map((line) => line.trimEnd());
  });
}

/** True for a string that spans several lines. */
export function isLongString({ kind, text }: Token): boolean {
  return kind === 'string' && text.includes('\n');
}

function wordOf(token: Token): string {
  if (token.kind !== 'string') return token.text;
  return isLongString(token) ? LONG_STRING : plainString(token.text);
}

/** The same for 'x', "x" and \"\"\"x\"\"\" when nothing in them depends on the quotes. */
function plainString(text: string): string {
  const match = /^([a-zA-Z]*)('''|"""|'|")([\s\S]*)\2$/.exec(text);
  const [prefix, body] = [match?.[1] ?? '', match?.[3] ?? ''];
  if (match === null || /["'\\]/.test(body)) return text;
  return `${prefix.toLowerCase().replace('u', '')}"${body}"`;
}

function closes({ kind, text }: Token): boolean {
  return kind === 'op' && (text === ')' || text === ']' || text === '}');
}

/** `(a,)` is not `(a)`: there the comma is all the difference. */
function isOneTuple(words: readonly string[]): boolean {
  const opening = words.lastIndexOf('(');
  const commas = words.slice(opening).filter((word) => word === ',').length;
  const before = words[opening - 1];
  return (
    opening !== -1 &&
    commas === 1 &&
    (before === undefined || /^[=,([{:]$|^(return|in)$/.test(before))
  );
}
