import { insideOf, type Node, type PythonTree } from './python-tree.ts';
import { isLongString } from './code.ts';

/** Where a line stands: the statement that it belongs to, and whether it begins it or continues it. */
export interface LinePosition {
  readonly node: Node;
  readonly within: boolean;
}

/** Finds the statement of a line; undefined for blank lines, comments and the end. */
export function findPosition(tree: PythonTree, line: number): LinePosition | undefined {
  let [low, high] = [0, tree.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const node = tree[middle]!;
    if (line < node.statement.first) high = middle - 1;
    else if (line >= node.statement.last) low = middle + 1;
    else return { node, within: line > node.statement.first };
  }
  return undefined;
}

/** The statements that begin in the lines [from, to). */
export function nodesIn(tree: PythonTree, from: number, to: number): readonly Node[] {
  return tree.filter(({ statement: { first } }) => first >= from && first < to);
}

const CONTROL = new Set('if elif else for while try except finally with match case'.split(' '));

/** The path of the if, loop, try or with whose body this statement stands in; undefined elsewhere. */
export function findControl({ parent }: Node): string | undefined {
  if (parent === undefined || !CONTROL.has(parent.statement.opens ?? '')) return undefined;
  return insideOf(parent);
}

/** True when the line lies in a statement that holds a string of several lines: it may be inside that. */
export function isInLongString({ node, within }: LinePosition): boolean {
  return within && node.statement.tokens.some(isLongString);
}
