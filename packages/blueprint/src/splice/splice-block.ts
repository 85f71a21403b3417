import { isCollection, isScalar, type Node, type YAMLMap } from 'yaml';
import { placeOfKey } from '../key-order.ts';
import {
  afterColon,
  columnOf,
  endOf,
  endOfEntry,
  entriesOf,
  hasText,
  startOf,
  type Entry,
} from '../yaml/extent.ts';
import { keyOf } from '../yaml/locate.ts';
import type { Path } from '../mistake.ts';
import { printEntries, printEntry, isBlockValue } from '../yaml/print-lines.ts';
import { printValue, quoteDouble, type Style } from '../yaml/print-value.ts';
import { lineBreakOf, lineEnd, lineStart, removeLines, type TextEdit } from './text-edit.ts';

/** The text that is edited, and how it is laid out. */
export interface Layout {
  readonly text: string;
  readonly lineBreak: string;
  /** How much deeper each level is indented. */
  readonly step: number;
}

/** The layout of a document, read off its first nested map. */
export function layoutOf(text: string, root: YAMLMap): Layout {
  const nested = entriesOf(root).map(({ value }) => value);
  const map = nested.find((value) => isCollection(value) && !value.flow && value.items.length > 0);
  const first = map && 'items' in map ? (map.items as readonly Entry[])[0]?.key : undefined;
  const step = first ? columnOf(text, first) - columnOf(text, entriesOf(root)[0]!.key) : 2;
  return { text, lineBreak: lineBreakOf(text), step: step > 0 ? step : 2 };
}

/** Puts a new key with its lines into a block map. */
export function insertBlockEntry(
  layout: Layout,
  map: YAMLMap,
  path: Path,
  value: unknown,
): TextEdit {
  const entries = entriesOf(map);
  const column = columnOf(layout.text, entries[0]!.key);
  const lines = printEntry(path, value, column, layout.step);
  const place = placeOfKey(path.slice(0, -1), entries.map(keyOf), path.at(-1)!);
  const next = entries[place];
  if (next === undefined)
    return appendLines(layout, endOfEntry(layout.text, entries.at(-1)!), lines);
  return insertLines(layout, startOfComments(layout.text, next.key), lines);
}

/** Puts lines below the line of an offset. */
export function appendLines(layout: Layout, offset: number, lines: readonly string[]): TextEdit {
  const at = lineEnd(layout.text, offset);
  return { start: at, end: at, text: lines.map((line) => layout.lineBreak + line).join('') };
}

/** Puts lines above the line that starts at an offset. */
export function insertLines(layout: Layout, at: number, lines: readonly string[]): TextEdit {
  return { start: at, end: at, text: lines.map((line) => line + layout.lineBreak).join('') };
}

/** Takes a key with its lines out of a block map that has others. */
export function removeBlockEntry({ text }: Layout, entry: Entry): TextEdit {
  return removeLines(text, startOf(entry.key), endOfEntry(text, entry));
}

/** Writes another value behind a key. */
export function replaceValue(
  layout: Layout,
  entry: Entry,
  path: Path,
  value: unknown,
  style: Style,
): readonly TextEdit[] {
  if (style === 'block' && isBlockValue(path, value)) return openBlock(layout, entry, path, value);
  const node = entry.value;
  if (isCollection(node) && !node.flow) {
    const lines = removeLines(layout.text, startOf(node), endOf(layout.text, node));
    return [lines, putBehindKey(layout, entry, printValue(value, style, path))];
  }
  if (!hasText(node)) return [putBehindKey(layout, entry, printValue(value, style, path))];
  const text = printInstead(node, value, style, path);
  return [{ start: startOf(node), end: endOf(layout.text, node), text }];
}

function openBlock(
  layout: Layout,
  entry: Entry,
  path: Path,
  value: Readonly<Record<string, unknown>>,
): readonly TextEdit[] {
  const { text, step } = layout;
  const lines = printEntries(path, value, columnOf(text, entry.key) + step, step);
  const append = appendLines(layout, endOfEntry(text, entry), lines);
  if (!hasText(entry.value)) return [append];
  const start = startOf(entry.value);
  const blanks = /[ \t]*$/u.exec(text.slice(lineStart(text, start), start))![0].length;
  return [{ start: start - blanks, end: endOf(text, entry.value), text: '' }, append];
}

function putBehindKey({ text }: Layout, entry: Entry, printed: string): TextEdit {
  const colon = afterColon(text, entry);
  const at = colon ?? endOfEntry(text, entry);
  return { start: at, end: at, text: colon === undefined ? `: ${printed}` : ` ${printed}` };
}

/** A value in place of another: a text keeps the kind of quotes that the person chose. */
export function printInstead(old: Node, value: unknown, style: Style, path: Path): string {
  const quotes = isScalar(old) && typeof value === 'string' ? old.type : undefined;
  if (quotes === 'QUOTE_DOUBLE') return quoteDouble(String(value));
  const isPlain = /^[\p{L}\p{N}\p{P}\p{S} ]*$/u.test(String(value));
  if (quotes === 'QUOTE_SINGLE' && isPlain) return `'${String(value).replaceAll("'", "''")}'`;
  return printValue(value, style, path);
}

/** Comments right above a key, with its indentation, belong to it. */
function startOfComments(text: string, key: Node): number {
  const column = columnOf(text, key);
  let start = lineStart(text, startOf(key));
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start);
    if (line.trimStart()[0] !== '#' || line.indexOf('#') !== column) break;
    start = above;
  }
  return start;
}
