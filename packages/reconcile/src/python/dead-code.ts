import type { Node, PythonTree } from './python-tree.ts';

const LEAVES = new Set(['return', 'raise', 'break', 'continue']);

/** A statement that the result can never reach though both sides could, or undefined. */
export function findDeadCode(sides: readonly PythonTree[], result: PythonTree): Node | undefined {
  const known = new Set(sides.flatMap((tree) => deadNodes(tree).map(({ code }) => code)));
  return deadNodes(result).find(({ code }) => !known.has(code));
}

function deadNodes(tree: PythonTree): readonly Node[] {
  const last = new Map<Node | undefined, Node>();
  return tree.filter((node) => {
    const before = last.get(node.parent);
    last.set(node.parent, node);
    const [first] = before?.statement.tokens ?? [];
    return first !== undefined && first.kind === 'keyword' && LEAVES.has(first.text);
  });
}
