import type { Insertion } from '../language.ts';
import { mergedLines, type MergedLine } from '../lines/merged.ts';
import type { ItemContext } from './explode.ts';

type Order = (name: string) => string;

const ORDERS: readonly Order[] = [(name) => name, (name) => name.toLowerCase()];

/**
 * Items that both sides put between sorted neighbours, `at` a line of base, in their order: what was sorted stays so,
 * for linters that insist. Undefined where something is no item, or not sorted.
 */
export function interleaveSorted<Tree>(
  [mine, next]: readonly [Insertion, Insertion],
  at: number,
  { three, trees, combining }: ItemContext<Tree>,
): readonly MergedLine[] | undefined {
  if (!combining.sorted) return undefined;
  const nameAt = (line: string, index: number, tree: Tree) => {
    const name = combining.isItem(line, index, tree) ? combining.toItemName(line) : '(';
    return name.includes('(') ? undefined : name; // Calls happen in the order that someone chose.
  };
  const around: Names = [at - 1, at].map((index) => {
    const line = three.base.lines[index];
    return line === undefined ? undefined : nameAt(line, index, trees.base);
  });
  if (around[0] === undefined && around[1] === undefined) return undefined;
  const namesOf = ({ side, from, lines }: Insertion): Names =>
    lines.map((line, index) => nameAt(line, from + index, trees[side]));
  const [ofMine, ofNext] = [namesOf(mine), namesOf(next)];
  const order = ORDERS.find(
    (one) => isSorted(ofMine, around, one) && isSorted(ofNext, around, one),
  );
  if (order === undefined) return undefined;
  const named = (lines: readonly MergedLine[], names: Names) =>
    lines.map((line, index) => ({ line, key: order(names[index]!) }));
  const both = [
    ...named(mergedLines(next.lines, 'next'), ofNext),
    ...named(mergedLines(mine.lines, 'mine'), ofMine),
  ];
  return both.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ line }) => line);
}

type Names = readonly (string | undefined)[];

function isSorted(names: Names, [before, after]: Names, order: Order): boolean {
  if (names.some((name) => name === undefined)) return false;
  const row = [before, ...names, after].filter((name) => name !== undefined).map(order);
  return row.every((name, index) => index === 0 || row[index - 1]! < name);
}
