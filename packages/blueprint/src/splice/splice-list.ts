import type { Node, YAMLSeq } from 'yaml';
import type { Path } from '../mistake.ts';
import { columnOf, endOf, startOf } from '../yaml/extent.ts';
import { printValue } from '../yaml/print-value.ts';
import { placeInList } from './apply-splice.ts';
import { appendLines, insertLines, type Layout } from './splice-block.ts';
import { insertFlowItem, removeFlowItem, type FlowItem } from './splice-flow.ts';
import { lineStart, removeLines, type TextEdit } from './text-edit.ts';

/** Puts a text into a list that has some: before the first greater one, else at the end. */
export function addToList(layout: Layout, list: YAMLSeq, item: string, path: Path): TextEdit {
  const { text } = layout;
  const nodes = nodesOf(list);
  const place = placeInList(nodes.map(textOf), item);
  const put = printValue(item, list.flow ? 'flow' : 'block', path);
  if (list.flow) return insertFlowItem(flowItems(list), place, put);
  const line = [`${' '.repeat(columnOf(text, list))}- ${put}`];
  const next = nodes[place];
  if (next === undefined) return appendLines(layout, endOf(text, nodes.at(-1)!), line);
  return insertLines(layout, lineStart(text, startOf(next)), line);
}

/** Takes a text out of a list that has others. */
export function dropFromList({ text }: Layout, list: YAMLSeq, item: string): TextEdit {
  const nodes = nodesOf(list);
  const index = nodes.map(textOf).indexOf(item);
  if (list.flow) return removeFlowItem(text, flowItems(list), index);
  return removeLines(text, startOf(nodes[index]!), endOf(text, nodes[index]!));
}

function nodesOf(list: YAMLSeq): readonly Node[] {
  return list.items as Node[];
}

function textOf(node: Node): string {
  return 'value' in node ? String(node.value) : '';
}

function flowItems(list: YAMLSeq): readonly FlowItem[] {
  return nodesOf(list).map((item) => ({ start: startOf(item), end: item.range![1] }));
}
