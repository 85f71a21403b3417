/** What a token of Python is; comments and blanks are none. */
export type TokenKind = 'name' | 'keyword' | 'number' | 'string' | 'op';

/** One token; `inside` are the tokens of the replacement fields of an f-string. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly inside?: readonly Token[];
}

/** What is no Python, in the words that a reason is made of. */
export class BrokenPython extends Error {
  readonly line: number;

  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`);
    this.line = line;
  }
}

const KEYWORDS = new Set(
  (
    'and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** Words seen before: a text has few of them, each many times, and what compares them finds one string quickly. */
const WORDS = new Map<string, Token>();
const MOST_WORDS = 20_000;

/** A word is a keyword or a name; `None`, `True` and `False` are operands, so here they count as names. */
export function toWord(text: string): Token {
  return WORDS.get(text) ?? learnWord(text);
}

function learnWord(text: string): Token {
  if (WORDS.size >= MOST_WORDS) WORDS.clear();
  const word: Token = { kind: KEYWORDS.has(text) ? 'keyword' : 'name', text };
  WORDS.set(text, word);
  return word;
}

const OPERATORS: ReadonlyMap<string, Token> = new Map(
  (
    '( ) [ ] { } , : ; . ... = == != < > <= >= -> := + - * / // % @ & | ^ ~ << >> ** ! ' +
    '+= -= *= /= //= %= @= &= |= ^= <<= >>= **='
  )
    .split(' ')
    .map((text) => [text, { kind: 'op', text }]),
);

/** One operator or bracket; all of one text are one token. */
export function toOperator(text: string): Token {
  return OPERATORS.get(text) ?? { kind: 'op', text };
}

const CONSTANTS = new Set(['None', 'True', 'False', '__debug__']);

/** True for names that no one can bind. */
export function isConstant(name: string): boolean {
  return CONSTANTS.has(name);
}
