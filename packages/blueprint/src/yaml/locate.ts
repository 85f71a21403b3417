import { isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { hasText, startOf } from './extent.ts';
import type { Path } from '../mistake.ts';
import type { Source } from './source.ts';

/** Where the value or key of a path stands; of a path that is not there, its nearest parent. */
export function locate(source: Source, path: Path, at: 'key' | 'value'): number {
  let node: unknown = source.document.contents;
  let offset = 0;
  for (const [index, key] of path.entries()) {
    const child = findChild(node, key);
    if (child === undefined) break;
    const wantsKey = index === path.length - 1 && at === 'key';
    node = child.value;
    offset = !wantsKey && isNode(node) && hasText(node) ? startOf(node) : child.start;
  }
  return offset;
}

/** The pair of a map that has this key, or undefined. */
export function findPair(node: unknown, key: string): Pair<Node, Node | null> | undefined {
  if (!isMap(node)) return undefined;
  const pairs = node.items as Pair<Node, Node | null>[];
  return pairs.find((pair) => keyOf(pair) === key);
}

/** The text of a pair's key. */
export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function findChild(node: unknown, key: string): { start: number; value: unknown } | undefined {
  const pair = findPair(node, key);
  if (pair !== undefined) return { start: startOf(pair.key), value: pair.value };
  const item = isSeq(node) ? node.items[Number(key)] : undefined;
  return isNode(item) ? { start: startOf(item), value: item } : undefined;
}
