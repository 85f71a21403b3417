import type { FourTrees } from '../language.ts';
import type { Node, PythonTree } from './python-tree.ts';

/** The four trees without the top-level statements that all of them begin and end with: what is wrong is between. */
export function toChangedPart(trees: FourTrees<PythonTree>): FourTrees<PythonTree> {
  const all = [trees.base, trees.mine, trees.next, trees.result];
  const head = commonHead(all);
  const rest = all.map((tree) => tree.slice(head));
  const tail = commonTail(rest);
  const [base, mine, next, result] = rest.map((tree) => tree.slice(0, tree.length - tail));
  return { base: base!, mine: mine!, next: next!, result: result! };
}

/** Up to the last top-level statement that begins alike in all: it may go on otherwise. */
function commonHead([first, ...others]: readonly PythonTree[]): number {
  let border = 0;
  for (const [index, node] of first!.entries()) {
    if (!others.every((tree) => isSame(tree[index], node))) break;
    if (node.path === '' && !isDecorator(first![index - 1])) border = index;
  }
  return border;
}

function commonTail(trees: readonly PythonTree[]): number {
  const [first, ...others] = trees;
  let border = 0;
  for (let index = 1; index <= first!.length; index++) {
    const node = first!.at(-index)!;
    if (!others.every((tree) => isSame(tree.at(-index), node))) break;
    const bare = trees.every((tree) => !isDecorator(tree.at(-index - 1)));
    if (node.path === '' && bare) border = index;
  }
  return border;
}

/** Lines with one text share what was learnt of them, so that this compares no text. */
function isSame(node: Node | undefined, other: Node): boolean {
  return node?.statement.learnt === other.statement.learnt && node.path === other.path;
}

function isDecorator(node: Node | undefined): boolean {
  return node?.statement.tokens[0]!.text === '@';
}
