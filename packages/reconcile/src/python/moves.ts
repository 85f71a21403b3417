import type { Node, PythonTree } from './python-tree.ts';

/** A block that became another one: `def f` that now goes by `def g`, `if` that is `for` now. */
export function toMove(from: string, to: string): string {
  return `${from}\n${to}`;
}

/**
 * The blocks of base that one side turned into others around statements that it left as they were. What the
 * other side edited beside those goes with them. A block that was there before is none: there statements fell
 * into a foreign one, as when a `def` line is lost.
 */
export function findMoves(base: PythonTree, side: PythonTree): ReadonlySet<string> {
  const [was, is] = [uniqueByCode(base), uniqueByCode(side)];
  const known = new Set(base.map(({ path }) => path));
  const moves = new Set<string>();
  for (const [code, { path }] of was) {
    const now = is.get(code);
    if (now !== undefined && !known.has(now.path)) moves.add(toMove(path, now.path));
  }
  return moves;
}

/** Statements that are there once, by their code: where they went is certain. */
function uniqueByCode(tree: PythonTree): ReadonlyMap<string, Node> {
  const unique = new Map<string, Node>();
  const seen = new Set<string>();
  for (const node of tree) {
    if (seen.has(node.code)) unique.delete(node.code);
    else unique.set(node.code, node);
    seen.add(node.code);
  }
  return unique;
}
