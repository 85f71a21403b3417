/** Replaces the characters from start to end. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all edits made; they do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((left, right) => right.start - left.start)
    .reduce(
      (done, { start, end, text: put }) => done.slice(0, start) + put + done.slice(end),
      text,
    );
}

/** The line end of a text: of its first line, else a line feed. */
export function lineBreakOf(text: string): string {
  return /\r?\n/u.exec(text)?.[0] ?? '\n';
}

/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed === -1) return text.length;
  return text[feed - 1] === '\r' && feed > offset ? feed - 1 : feed;
}

/** Where the next line starts; the end of the text after the last. */
export function nextLine(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed === -1 ? text.length : feed + 1;
}

/** Takes whole lines out, from that of one offset to that of another; of the last lines also the break before. */
export function removeLines(text: string, first: number, last: number): TextEdit {
  const start = lineStart(text, first);
  const end = nextLine(text, last);
  const isUnended = end === text.length && !text.endsWith('\n');
  return { start: isUnended ? lineEnd(text, lineStart(text, start - 1)) : start, end, text: '' };
}
