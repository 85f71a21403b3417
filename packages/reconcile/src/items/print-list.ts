import type { ListPiece } from './fragment.ts';

/** Prints a list behind `head` as it was laid out, but on many lines when one line got too long. */
export function printList(list: ListPiece, head: string, indent: string, limit: number): string {
  const { items, open, close, padding } = list;
  if (list.many) return printMany(list, list.itemIndent, list.closeIndent);
  const pad = items.length > 0 ? padding : '';
  const line = `${open}${pad}${items.join(', ')}${list.trailingComma ? ',' : ''}${pad}${close}`;
  const length = head.length - (head.lastIndexOf('\n') + 1) + line.length;
  if (length <= limit || items.some((item) => item.includes('\n'))) return line;
  const brackets = open === '' ? { open: '(', close: ')' } : { open, close };
  return printMany({ ...list, ...brackets, trailingComma: true }, `${indent}    `, indent);
}

function printMany(list: ListPiece, itemIndent: string, closeIndent: string): string {
  const { items, open, close, trailingComma } = list;
  if (items.length === 0) return open + close;
  const lines = items.map((item, index) => {
    const comma = trailingComma || index < items.length - 1 ? ',' : '';
    return `${itemIndent}${item}${comma}\n`;
  });
  return `${open}\n${lines.join('')}${closeIndent}${close}`;
}
