import type { TextEdit } from './text-edit.ts';
import { lineEnd, lineStart, nextLine } from './text-edit.ts';

/** Where one item of `{ }` or `[ ]` stands. */
export interface FlowItem {
  readonly start: number;
  readonly end: number;
}

/** Puts an item into a flow collection that has some. */
export function insertFlowItem(items: readonly FlowItem[], index: number, put: string): TextEdit {
  const next = items[index];
  if (next !== undefined) return { start: next.start, end: next.start, text: `${put}, ` };
  const { end } = items.at(-1)!;
  return { start: end, end, text: `, ${put}` };
}

/** Takes an item out of a flow collection that has others. */
export function removeFlowItem(text: string, items: readonly FlowItem[], index: number): TextEdit {
  const item = items[index]!;
  const previous = items[index - 1];
  const isLast = index === items.length - 1;
  const gap = previous === undefined ? '\n' : text.slice(previous.end, item.start);
  if (isLast && !gap.includes('\n')) return { start: previous!.end, end: item.end, text: '' };
  return removeWithLine(text, item.start, afterComma(text, item.end));
}

function afterComma(text: string, offset: number): number {
  const gap = /^(?:[ \t\r\n]|#.*\n)*,[ \t]*/u.exec(text.slice(offset));
  return offset + (gap?.[0].length ?? 0);
}

/** An item that had its line for itself takes the line along. */
function removeWithLine(text: string, start: number, end: number): TextEdit {
  const before = text.slice(lineStart(text, start), start);
  const after = text.slice(end, lineEnd(text, end));
  const isAlone = before.trim() === '' && after.trim() === '' && lineEnd(text, end) < text.length;
  if (!isAlone) return { start, end, text: '' };
  return { start: lineStart(text, start), end: nextLine(text, end), text: '' };
}
