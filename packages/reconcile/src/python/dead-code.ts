import type { Node, PythonTree } from './python-tree.ts';

const LEAVES = new Set(['return', 'raise', 'break', 'continue']);

/** A statement that the result can never reach though both sides could, or undefined. */
export function findDeadCode(sides: readonly PythonTree[], result: PythonTree): Node | undefined {
  const dead = deadNodes(result);
  if (dead.length === 0) return undefined;
  const known = new Set(sides.flatMap((tree) => deadNodes(tree).map(({ code }) => code)));
  return dead.find(({ code }) => !known.has(code));
}

function deadNodes(tree: PythonTree): readonly Node[] {
  const left = new Set<Node | undefined>();
  return tree.filter((node) => {
    const dead = left.has(node.parent);
    const [first] = node.statement.tokens;
    if (first!.kind === 'keyword' && LEAVES.has(first!.text)) left.add(node.parent);
    return dead;
  });
}
