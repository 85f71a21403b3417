import { BUILTIN_NAMES } from './builtin-names.ts';
import type { Node, PythonTree } from './python-tree.ts';
import type { Renames } from './renames.ts';
import { resolves, toScopes, type Scope, type Scopes } from './scopes.ts';

/** A name that the result uses without (or before) its definition, though the side it comes from had it. */
export interface LostName {
  readonly name: string;
  readonly early: boolean;
  readonly node: Node;
}

/** A side with its scopes, and where each of its statements stands; most merges raise no question about it. */
interface ScopedTree {
  readonly tree: PythonTree;
  readonly scopes: Scopes;
  readonly indexByCode: ReadonlyMap<string, readonly number[]>;
}

/** Finds such a name in the result, or undefined. */
export function findLostName(
  sides: readonly PythonTree[],
  result: PythonTree,
  renames: Renames,
): LostName | undefined {
  const joined = toScopes(result, renames);
  if (joined.open) return undefined;
  let known: readonly ScopedTree[] | undefined;
  for (const [index, node] of result.entries()) {
    const scope = joined.scopeOf(node);
    for (const name of node.names.uses) {
      const [lost, early] = [!resolves(name, scope), isEarly(name, index, scope)];
      if (!lost && !early) continue;
      known ??= sides.map((tree) => toScopedTree(tree, renames));
      const own = ownSides(node, known);
      if (lost && isKnown(name, scope, own, known)) return { name, early: false, node };
      if (early && own.some((side) => isLater(name, node, scope, side))) {
        return { name, early: true, node };
      }
    }
  }
  return undefined;
}

function toScopedTree(tree: PythonTree, renames: Renames): ScopedTree {
  const indexByCode = new Map<string, number[]>();
  tree.forEach(({ code }, index) => {
    const known = indexByCode.get(code);
    if (known === undefined) indexByCode.set(code, [index]);
    else known.push(index);
  });
  return { tree, scopes: toScopes(tree, renames), indexByCode };
}

/** The sides that have this statement; none when it was made of both. */
function ownSides({ code }: Node, scoped: readonly ScopedTree[]): readonly ScopedTree[] {
  return scoped.filter(({ indexByCode }) => indexByCode.has(code));
}

/** A name that no side of the statement misses; of a statement made of both, that one side has. */
function isKnown(
  name: string,
  { path }: Scope,
  own: readonly ScopedTree[],
  scoped: readonly ScopedTree[],
): boolean {
  const knows = ({ scopes }: ScopedTree) => {
    const there = scopes.byPath.get(path);
    return there !== undefined && resolves(name, there);
  };
  return own.length > 0 ? own.every(knows) : scoped.some(knows);
}

/** A name of Python itself means something before the module binds it anew. */
function isEarly(name: string, index: number, scope: Scope): boolean {
  if (BUILTIN_NAMES.has(name)) return false;
  const boundAt = scope.boundAt.get(name);
  return boundAt !== undefined && boundAt > index;
}

/** True when this side binds the name before the statement. */
function isLater(name: string, { code }: Node, { path }: Scope, side: ScopedTree): boolean {
  const indexes = side.indexByCode.get(code) ?? [];
  return indexes.some((index) => {
    const scope = side.scopes.scopeOf(side.tree[index]!);
    const boundAt = scope.boundAt.get(name);
    return scope.path === path && boundAt !== undefined && boundAt < index;
  });
}
