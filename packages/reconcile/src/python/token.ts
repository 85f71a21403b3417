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

/** A word is a keyword or a name; `None`, `True` and `False` are operands, so here they count as names. */
export function toWord(text: string): Token {
  return { kind: KEYWORDS.has(text) ? 'keyword' : 'name', text };
}

const CONSTANTS = new Set(['None', 'True', 'False', '__debug__']);

/** True for names that no one can bind. */
export function isConstant(name: string): boolean {
  return CONSTANTS.has(name);
}
