import type { StatementPiece } from '../combine/statement-piece.ts';

/** `key = [...]`, `key: [...]` and items over several lines, each as one text; undefined for anything else. */
export function splitStatements(lines: readonly string[]): readonly StatementPiece[] | undefined {
  const pieces: StatementPiece[] = [];
  let [open, current] = [0, ''];
  let lead: string[] = [];
  for (const line of lines) {
    const idle = line.trim() === '' || line.trimStart().startsWith('#');
    if (idle && open === 0) {
      lead.push(line);
      continue;
    }
    open += countOpened(line);
    if (open < 0) return undefined;
    current = current === '' ? line : `${current}\n${line}`;
    if (open > 0) continue;
    pieces.push({ lead, text: current, mergeable: true });
    [current, lead] = ['', []];
  }
  if (current !== '') return undefined;
  return lead.length > 0 ? [...pieces, { lead, text: '', mergeable: false }] : pieces;
}

/** The lines [start, end) widened to whole statements: those whose brackets they stand between. */
export function widenByBrackets(
  start: number,
  end: number,
  lines: readonly string[],
): readonly [number, number] {
  let [open, first] = [0, 0];
  let [from, to] = [start, end];
  for (const [index, line] of lines.entries()) {
    if (open === 0) {
      if (index >= end) break;
      first = index;
    }
    open = Math.max(0, open + countOpened(line));
    const touched = first < end && index >= start;
    if (open === 0 && touched) [from, to] = [Math.min(from, first), Math.max(to, index + 1)];
  }
  return [from, to];
}

function countOpened(line: string): number {
  const plain = line.replace(/(["'])(?:\\.|(?!\1).)*\1|#.*$/g, '');
  const count = (brackets: RegExp) => plain.match(brackets)?.length ?? 0;
  return count(/[([{]/g) - count(/[)\]}]/g);
}
