import { isMap, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { placeInList } from './apply-splice.ts';
import {
  endOf,
  endOfEntry,
  entriesOf,
  hasText,
  startOf,
  columnOf,
  type Entry,
} from '../yaml/extent.ts';
import { placeOfKey } from '../key-order.ts';
import { findPair, keyOf, locate } from '../yaml/locate.ts';
import { blueprintError, printPath, type Path } from '../mistake.ts';
import { printText, printValue, type Style } from '../yaml/print-value.ts';
import { printPlace, type Source } from '../yaml/source.ts';
import {
  appendLines,
  insertBlockEntry,
  insertLines,
  layoutOf,
  removeBlockEntry,
  replaceValue,
  type Layout,
} from './splice-block.ts';
import { insertFlowItem, removeFlowItem, type FlowItem } from './splice-flow.ts';
import type { Splice } from './splice.ts';
import { lineStart, removeLines, type TextEdit } from './text-edit.ts';

/** The deepest map on a path that is there, and the pair of the next key in it. */
interface Spot {
  readonly map: YAMLMap;
  readonly style: Style;
  /** Up to and with the key in this map. */
  readonly path: Path;
  readonly entry: Entry | undefined;
  /** The pair that holds this map; the top has none. */
  readonly parent: Spot | undefined;
}

/** The edits of the text that make one small splice; the caller checks what they amount to. */
export function findEdits(source: Source, splice: Splice): readonly TextEdit[] {
  const root = source.document.contents as YAMLMap;
  const layout = layoutOf(source.text, root);
  if ('set' in splice) return editsOfSet(source, layout, splice.set, splice.value);
  if ('remove' in splice) return editsOfRemove(layout, requireSpot(source, splice.remove));
  if ('rename' in splice) return editsOfRename(requireSpot(source, splice.rename), splice.to);
  const path = 'add' in splice ? splice.add : splice.drop;
  const list = findSpot(source, path).entry?.value;
  const isFilled =
    isSeq(list) && list.items.length > 0 && findSpot(source, path).path.length === path.length;
  if ('add' in splice) {
    if (!isFilled) return editsOfSet(source, layout, path, [splice.item]);
    return [editOfAdd(layout, list, splice.item, path)];
  }
  return isFilled ? editsOfDrop(source, layout, list, splice.item, path) : [];
}

function findSpot(source: Source, path: Path): Spot {
  let spot = spotIn(source.document.contents as YAMLMap, path.slice(0, 1), 'block', undefined);
  while (spot.path.length < path.length && isFilledMap(spot.entry?.value)) {
    const style = spot.entry.value.flow ? 'flow' : spot.style;
    spot = spotIn(spot.entry.value, path.slice(0, spot.path.length + 1), style, spot);
  }
  return spot;
}

function spotIn(map: YAMLMap, path: Path, style: Style, parent: Spot | undefined): Spot {
  const entry = findPair(map, path.at(-1)!);
  return { map, path, entry, parent, style: map.flow ? 'flow' : style };
}

function isFilledMap(node: unknown): node is YAMLMap {
  return isMap(node) && node.items.length > 0;
}

/** The caller has seen in the data that the key is there. */
function requireSpot(source: Source, path: Path): Spot & { readonly entry: Entry } {
  return findSpot(source, path) as Spot & { readonly entry: Entry };
}

function editsOfSet(
  source: Source,
  layout: Layout,
  path: Path,
  value: unknown,
): readonly TextEdit[] {
  const spot = findSpot(source, path);
  const nested = nest(path.slice(spot.path.length), value);
  if (spot.entry === undefined) return [insertEntry(layout, spot, nested)];
  if (spot.path.length < path.length) refuseOther(source, spot);
  return replaceValue(layout, spot.entry, spot.path, nested, spot.style);
}

function nest(path: Path, value: unknown): unknown {
  return path.reduceRight((inner: unknown, key) => ({ [key]: inner }), value);
}

function refuseOther(source: Source, { entry, path }: Spot): void {
  const node = entry?.value;
  const isEmpty = !hasText(node) || isMap(node) || ('value' in node && node.value === null);
  if (isEmpty) return;
  const message = `${printPlace(source, locate(source, path, 'value'))}: ${printPath(path)} is no map`;
  throw blueprintError(message, `Write keys with values, or nothing: ${path.at(-1)!}: {}`);
}

function insertEntry(layout: Layout, spot: Spot, value: unknown): TextEdit {
  const { map, path, style } = spot;
  if (style === 'block') return insertBlockEntry(layout, map, path, value);
  const key = path.at(-1)!;
  const place = placeOfKey(path.slice(0, -1), entriesOf(map).map(keyOf), key);
  const put = `${printText(key, 'flow')}: ${printValue(value, 'flow', path)}`;
  return insertFlowItem(flowEntries(layout, map), place, put);
}

function flowEntries({ text }: Layout, map: YAMLMap): readonly FlowItem[] {
  return entriesOf(map).map((entry) => ({
    start: startOf(entry.key),
    end: endOfEntry(text, entry),
  }));
}

function flowItems(list: YAMLSeq): readonly FlowItem[] {
  return (list.items as Node[]).map((item) => ({ start: startOf(item), end: item.range![1] }));
}

function editsOfRemove(
  layout: Layout,
  spot: Spot & { readonly entry: Entry },
): readonly TextEdit[] {
  const { map, entry, parent, style } = spot;
  if (map.items.length === 1 && parent?.entry) {
    return replaceValue(layout, parent.entry, parent.path, {}, parent.style);
  }
  if (style === 'block') return [removeBlockEntry(layout, entry)];
  return [removeFlowItem(layout.text, flowEntries(layout, map), entriesOf(map).indexOf(entry))];
}

function editsOfRename(
  { entry, style }: { entry: Entry; style: Style },
  to: string,
): readonly TextEdit[] {
  const [start, end] = entry.key.range!;
  return [{ start, end, text: printText(to, style) }];
}

function editOfAdd(layout: Layout, list: YAMLSeq, item: string, path: Path): TextEdit {
  const nodes = list.items as Node[];
  const texts = nodes.map((node) => String('value' in node ? node.value : ''));
  const place = placeInList(texts, item);
  const put = printValue(item, list.flow ? 'flow' : 'block', path);
  if (list.flow) return insertFlowItem(flowItems(list), place, put);
  const line = [`${' '.repeat(columnOf(layout.text, list))}- ${put}`];
  const next = nodes[place];
  if (next === undefined) return appendLines(layout, endOf(layout.text, nodes.at(-1)!), line);
  return insertLines(layout, lineStart(layout.text, startOf(next)), line);
}

function editsOfDrop(
  source: Source,
  layout: Layout,
  list: YAMLSeq,
  item: string,
  path: Path,
): readonly TextEdit[] {
  const nodes = list.items as Node[];
  const index = nodes.findIndex((node) => 'value' in node && String(node.value) === item);
  const node = nodes[index];
  if (node === undefined) return [];
  if (nodes.length === 1) return editsOfSet(source, layout, path, []);
  if (list.flow) return [removeFlowItem(layout.text, flowItems(list), index)];
  return [removeLines(layout.text, startOf(node), endOf(layout.text, node))];
}
