/** A list in brackets inside a statement, as it is written. */
export interface ListPiece {
  readonly open: string;
  readonly close: string;
  readonly items: readonly string[];
  /** One item a line. */
  readonly many: boolean;
  readonly trailingComma: boolean;
  readonly padding: string;
  readonly itemIndent: string;
  readonly closeIndent: string;
  /** The last word or character before the bracket: a name there makes it a call or a subscript. */
  readonly before: string;
}

/** A statement as the text between its lists, and its lists. */
export type Piece = string | ListPiece;

const CLOSED_BY: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Takes a statement apart; undefined when it holds a comment, an unclosed bracket or an unclosed string. */
export function parseFragment(text: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let [index, start] = [0, 0];
  while (index < text.length) {
    const char = text[index]!;
    if (char === '#') return undefined;
    if (isQuote(text, index)) {
      const end = skipString(text, index);
      if (end === undefined) return undefined;
      index = end;
      continue;
    }
    if (char in CLOSED_BY) {
      const end = findClose(text, index);
      if (end === undefined) return undefined;
      pieces.push(text.slice(start, index));
      const list = parseList(text, index, end);
      if (list === undefined) return undefined;
      pieces.push(list);
      start = end + 1;
      index = start;
      continue;
    }
    index++;
  }
  pieces.push(text.slice(start));
  return pieces;
}

/** Splits a text at the commas outside brackets and strings; undefined when it can't be told. */
export function splitAtCommas(text: string): readonly string[] | undefined {
  const items: string[] = [];
  let [index, start] = [0, 0];
  while (index < text.length) {
    const char = text[index]!;
    if (char === '#') return undefined;
    const end = isQuote(text, index)
      ? skipString(text, index)
      : char in CLOSED_BY
        ? next(findClose(text, index))
        : index + 1;
    if (end === undefined) return undefined;
    if (char === ',') {
      items.push(text.slice(start, index).trim());
      start = end;
    }
    index = end;
  }
  const rest = text.slice(start).trim();
  return rest === '' ? items : [...items, rest];
}

function parseList(text: string, at: number, end: number): ListPiece | undefined {
  const body = text.slice(at + 1, end);
  const items = splitAtCommas(body);
  if (items === undefined) return undefined;
  const many = body.includes('\n') && /^\s*\n/.test(body);
  const lineStart = text.lastIndexOf('\n', end) + 1;
  return {
    open: text[at]!,
    close: text[end]!,
    items,
    many,
    trailingComma: /,\s*$/.test(body),
    padding: /^ +\S/.test(body) ? ' ' : '',
    itemIndent: /\n([ \t]*)\S/.exec(body)?.[1] ?? '',
    closeIndent: text.slice(lineStart, end).trim() === '' ? text.slice(lineStart, end) : '',
    before: /(?:\w+|\S)$/.exec(text.slice(0, at).trimEnd())?.[0] ?? '',
  };
}

/** An apostrophe inside a word is none. */
function isQuote(text: string, index: number): boolean {
  const char = text[index];
  if (char !== '"' && char !== "'") return false;
  const word = /[\w]+$/.exec(text.slice(Math.max(0, index - 3), index))?.[0] ?? '';
  return word === '' || /^[rbuft]{1,2}$/i.test(word);
}

function skipString(text: string, at: number): number | undefined {
  const quote = text.startsWith(text[at]!.repeat(3), at) ? text[at]!.repeat(3) : text[at]!;
  for (let index = at + quote.length; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text.startsWith(quote, index)) return index + quote.length;
  }
  return undefined;
}

function findClose(text: string, at: number): number | undefined {
  const open: string[] = [];
  let index = at;
  while (index < text.length) {
    const char = text[index]!;
    if (char === '#') return undefined;
    if (isQuote(text, index)) {
      const end = skipString(text, index);
      if (end === undefined) return undefined;
      index = end;
      continue;
    }
    if (char in CLOSED_BY) open.push(CLOSED_BY[char]!);
    else if (')]}'.includes(char) && open.pop() !== char) return undefined;
    if (open.length === 0) return index;
    index++;
  }
  return undefined;
}

function next(index: number | undefined): number | undefined {
  return index === undefined ? undefined : index + 1;
}
