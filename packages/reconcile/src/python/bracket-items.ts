import type { Token } from './token.ts';

/** One pair of brackets with what stands in it, split at its own commas. */
export interface Bracket {
  readonly open: string;
  /** The token before it: an operand there makes it a call or a subscript. */
  readonly before: Token | undefined;
  readonly items: readonly (readonly Token[])[];
}

/** A row of tokens as the tokens outside brackets (`head`, with empty brackets) and the brackets in it. */
export interface Unfolded {
  readonly head: readonly Token[];
  readonly brackets: readonly Bracket[];
}

/** Takes the outermost brackets out of a row of tokens. */
export function unfold(tokens: readonly Token[]): Unfolded {
  const head: Token[] = [];
  const brackets: Bracket[] = [];
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index]!;
    head.push(token);
    index++;
    if (!isOpening(token)) continue;
    const end = closingOf(tokens, index);
    const items = splitItems(tokens.slice(index, end));
    brackets.push({ open: token.text, before: head.at(-2), items });
    index = end;
  }
  return { head, brackets };
}

/** Splits tokens at the commas that stand in no bracket and belong to no lambda. */
export function splitItems(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const items: Token[][] = [[]];
  let [depth, lambdas] = [0, 0];
  for (const token of tokens) {
    if (isOpening(token)) depth++;
    else if (isClosing(token)) depth--;
    else if (depth === 0 && token.kind === 'keyword' && token.text === 'lambda') lambdas++;
    else if (depth === 0 && lambdas > 0 && isOp(token, ':')) lambdas--;
    else if (depth === 0 && lambdas === 0 && isOp(token, ',')) {
      items.push([]);
      continue;
    }
    items.at(-1)!.push(token);
  }
  return items.filter((item) => item.length > 0);
}

/** True for this operator or bracket. */
export function isOp(token: Token | undefined, text: string): boolean {
  return token !== undefined && token.kind === 'op' && token.text === text;
}

/** True for an opening bracket. */
export function isOpening({ kind, text }: Token): boolean {
  return kind === 'op' && (text === '(' || text === '[' || text === '{');
}

/** True for a closing bracket. */
export function isClosing({ kind, text }: Token): boolean {
  return kind === 'op' && (text === ')' || text === ']' || text === '}');
}

/** True for `(` behind something that can be called. */
export function isCall({ open, before }: Bracket): boolean {
  if (open !== '(' || before === undefined || before.kind === 'keyword') return false;
  return before.kind !== 'op' || isClosing(before);
}

function closingOf(tokens: readonly Token[], from: number): number {
  let depth = 1;
  for (let index = from; index < tokens.length; index++) {
    if (isOpening(tokens[index]!)) depth++;
    else if (isClosing(tokens[index]!) && --depth === 0) return index;
  }
  return tokens.length;
}
