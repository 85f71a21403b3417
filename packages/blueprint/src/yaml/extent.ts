import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { lineStart } from '../splice/text-edit.ts';

/** A pair of a parsed document. */
export type Entry = Pair<Node, Node | null>;

/** The pairs of a map. */
export function entriesOf(map: YAMLMap): readonly Entry[] {
  return map.items as Entry[];
}

/** Where a node begins. */
export function startOf(node: Node): number {
  return node.range![0];
}

/** Where the text of a node ends: a block text before its line break, a block map with its last value. */
export function endOf(text: string, node: Node): number {
  if (isCollection(node) && node.flow !== true && node.items.length > 0) {
    const last = node.items.at(-1);
    if (isMap(node)) return endOfEntry(text, last as Entry);
    if (isSeq(node)) return endOf(text, last as Node);
  }
  const end = node.range![1];
  const isBlockText = isScalar(node) && node.type?.startsWith('BLOCK') === true;
  return isBlockText ? beforeBreak(text, end) : end;
}

/** Where the text of a pair ends. */
export function endOfEntry(text: string, entry: Entry): number {
  return hasText(entry.value)
    ? endOf(text, entry.value)
    : (afterColon(text, entry) ?? keyEnd(entry));
}

/** Whether something is written where the value stands. */
export function hasText(value: Node | null | undefined): value is Node {
  if (value === null || value === undefined) return false;
  return value.range![1] > value.range![0];
}

/** Behind the colon of a pair, or undefined for a key alone in `{ }`. */
export function afterColon(text: string, entry: Entry): number | undefined {
  const colon = /^[ \t]*:/u.exec(text.slice(keyEnd(entry), keyEnd(entry) + 100));
  return colon === null ? undefined : keyEnd(entry) + colon[0].length;
}

/** How far a key or item is indented. */
export function columnOf(text: string, node: Node): number {
  return startOf(node) - lineStart(text, startOf(node));
}

function keyEnd(entry: Entry): number {
  return entry.key.range![1];
}

function beforeBreak(text: string, end: number): number {
  if (text[end - 1] !== '\n') return end;
  return end - (text[end - 2] === '\r' ? 2 : 1);
}
