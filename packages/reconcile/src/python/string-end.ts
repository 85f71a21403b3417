import { toOperator, toWord, type Token } from './token.ts';

/** Where a string ends, and the tokens of its replacement fields. */
export interface StringEnd {
  readonly end: number;
  readonly inside: readonly Token[];
}

interface Quoted {
  readonly quote: string;
  readonly raw: boolean;
  readonly formatted: boolean;
}

const OPENING = /([a-zA-Z]{0,2})('''|"""|'|")/y;

/** Finds the end of the string that starts at `at` (prefix included); undefined when it never ends. */
export function findStringEnd(text: string, at: number): StringEnd | undefined {
  OPENING.lastIndex = at;
  const [opening, prefix, quote] = OPENING.exec(text) as unknown as [string, string, string];
  const formatted = /[ft]/i.test(prefix);
  const inside: Token[] = [];
  const end = skipBody(
    text,
    at + opening.length,
    { quote, raw: /r/i.test(prefix), formatted },
    inside,
  );
  return end === undefined ? undefined : { end, inside };
}

function skipBody(text: string, at: number, string: Quoted, inside: Token[]): number | undefined {
  const { quote, formatted } = string;
  let index: number | undefined = at;
  while (index !== undefined && index < text.length) {
    const char: string = text[index]!;
    if (char === '\\') index = afterBackslash(text, index, string);
    else if (char === quote[0] && text.startsWith(quote, index)) return index + quote.length;
    else if (char === '\n' && quote.length === 1) return undefined;
    else if (formatted && char === '{') index = afterBrace(text, index, string, inside);
    else index++;
  }
  return undefined;
}

function afterBackslash(text: string, at: number, { raw, formatted }: Quoted): number {
  if (!formatted) return at + 2;
  if (!raw && text.startsWith('\\N{', at)) return text.indexOf('}', at) + 1 || text.length;
  return text[at + 1] === '{' || text[at + 1] === '}' ? at + 1 : at + 2;
}

function afterBrace(text: string, at: number, string: Quoted, inside: Token[]): number | undefined {
  return text[at + 1] === '{' ? at + 2 : skipField(text, at + 1, string, inside);
}

const FIELD_TOKEN =
  /(?<blank>\s+|#[^\n]*)|(?<string>[a-zA-Z]{0,2}['"])|(?<word>[\p{L}_][\p{L}\p{N}\p{M}_]*)|(?<op>!=|:=|[^])/uy;

/** Skips `{expression!r:format}` from behind its opening brace; a colon outside brackets starts the format. */
function skipField(text: string, at: number, string: Quoted, inside: Token[]): number | undefined {
  let [index, depth] = [at, 0];
  while (index < text.length) {
    FIELD_TOKEN.lastIndex = index;
    const match = FIELD_TOKEN.exec(text)!;
    const { string: opening, word, op } = match.groups!;
    if (opening !== undefined) {
      if (endsOuter(text, index, opening, string)) return undefined;
      const nested = findStringEnd(text, index);
      if (nested === undefined) return undefined;
      inside.push(...nested.inside);
      index = nested.end;
      continue;
    }
    if (depth === 0 && op === '}') return index + 1;
    if (depth === 0 && op === ':') return skipFormat(text, index + 1, string, inside);
    if (word !== undefined) inside.push(toWord(word));
    else if (op !== undefined) inside.push(toOperator(op));
    if (op !== undefined) depth += '([{'.includes(op) ? 1 : ')]}'.includes(op) ? -1 : 0;
    index += match[0].length;
  }
  return undefined;
}

/** Since Python 3.12 a field may hold the quotes of its own string; three of them in a row never do. */
function endsOuter(text: string, at: number, opening: string, { quote }: Quoted): boolean {
  return opening.length === 1 && quote.length === 3 && text.startsWith(quote, at);
}

function skipFormat(text: string, at: number, string: Quoted, inside: Token[]): number | undefined {
  let index: number | undefined = at;
  while (index !== undefined && index < text.length) {
    const char: string = text[index]!;
    if (char === '}') return index + 1;
    if (char === '\\') index = afterBackslash(text, index, string);
    else if (text.startsWith(string.quote, index)) return undefined;
    else if (char === '{') index = skipField(text, index + 1, string, inside);
    else index++;
  }
  return undefined;
}
