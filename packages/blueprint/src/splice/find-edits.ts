import { isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { placeOfKey } from '../key-order.ts';
import { blueprintError, printPath, type Path } from '../mistake.ts';
import { endOfEntry, entriesOf, hasText, startOf, type Entry } from '../yaml/extent.ts';
import { keyOf, locate } from '../yaml/locate.ts';
import { printText, printValue } from '../yaml/print-value.ts';
import { printPlace, type Source } from '../yaml/source.ts';
import { findSpot, type Spot } from './find-spot.ts';
import {
  insertBlockEntry,
  layoutOf,
  printInstead,
  removeBlockEntry,
  replaceValue,
  type Layout,
} from './splice-block.ts';
import { insertFlowItem, removeFlowItem, type FlowItem } from './splice-flow.ts';
import { addToList, dropFromList } from './splice-list.ts';
import type { Splice } from './splice.ts';
import type { TextEdit } from './text-edit.ts';

type FoundSpot = Spot & { readonly entry: Entry };

/** The edits of the text that make one small splice; the caller checks what they amount to. */
export function findEdits(source: Source, splice: Splice): readonly TextEdit[] {
  const layout = layoutOf(source.text, rootOf(source));
  if ('set' in splice) return editsOfSet(source, layout, splice.set, splice.value);
  if ('remove' in splice) return editsOfRemove(layout, requireSpot(source, splice.remove));
  if ('rename' in splice) return editsOfRename(requireSpot(source, splice.rename), splice.to);
  if ('add' in splice) return editsOfAdd(source, layout, splice.add, splice.item);
  return editsOfDrop(source, layout, splice.drop, splice.item);
}

function rootOf({ document }: Source): YAMLMap {
  return document.contents as YAMLMap;
}

/** The caller has seen in the data that the key is there. */
function requireSpot(source: Source, path: Path): FoundSpot {
  return findSpot(rootOf(source), path) as FoundSpot;
}

function findFilledList(source: Source, path: Path): YAMLSeq | undefined {
  const spot = findSpot(rootOf(source), path);
  const list = spot.path.length === path.length ? spot.entry?.value : undefined;
  return isSeq(list) && list.items.length > 0 ? list : undefined;
}

function editsOfAdd(source: Source, layout: Layout, path: Path, item: string): readonly TextEdit[] {
  const list = findFilledList(source, path);
  if (list === undefined) return editsOfSet(source, layout, path, [item]);
  return [addToList(layout, list, item, path)];
}

function editsOfDrop(
  source: Source,
  layout: Layout,
  path: Path,
  item: string,
): readonly TextEdit[] {
  const list = findFilledList(source, path);
  if (list === undefined) return [];
  if (list.items.length === 1) return editsOfSet(source, layout, path, []);
  return [dropFromList(layout, list, item)];
}

function editsOfSet(
  source: Source,
  layout: Layout,
  path: Path,
  value: unknown,
): readonly TextEdit[] {
  const spot = findSpot(rootOf(source), path);
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

function editsOfRemove(layout: Layout, spot: FoundSpot): readonly TextEdit[] {
  const { map, entry, parent, style } = spot;
  if (map.items.length === 1 && parent?.entry) {
    return replaceValue(layout, parent.entry, parent.path, {}, parent.style);
  }
  if (style === 'block') return [removeBlockEntry(layout, entry)];
  return [removeFlowItem(layout.text, flowEntries(layout, map), entriesOf(map).indexOf(entry))];
}

function editsOfRename({ entry, style, path }: FoundSpot, to: string): readonly TextEdit[] {
  const [start, end] = entry.key.range!;
  return [{ start, end, text: printInstead(entry.key, to, style, path) }];
}
