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
  const joined = toScopedTree(result, renames);
  if (joined.scopes.open) return undefined;
  const scoped = sides.map((tree) => toScopedTree(tree, renames));
  for (const [index, node] of result.entries()) {
    const scope = joined.scopes.scopeOf(node);
    const own = ownSides(node, scoped);
    for (const name of node.names.uses) {
      if (isUndefined(name, scope, own, scoped)) return { name, early: false, node };
      if (isEarly(name, index, scope) && own.some((side) => isLater(name, node, scope, side))) {
        return { name, early: true, node };
      }
    }
  }
  return undefined;
}

function toScopedTree(tree: PythonTree, renames: Renames): ScopedTree {
  const indexByCode = new Map<string, number[]>();
  tree.forEach(({ code }, index) =>
    indexByCode.set(code, [...(indexByCode.get(code) ?? []), index]),
  );
  return { tree, scopes: toScopes(tree, renames), indexByCode };
}

/** The sides that have this statement; none when it was made of both. */
function ownSides({ code }: Node, scoped: readonly ScopedTree[]): readonly ScopedTree[] {
  return scoped.filter(({ indexByCode }) => indexByCode.has(code));
}

/** A name that no side of the statement misses; of a statement made of both, that one side has. */
function isUndefined(
  name: string,
  scope: Scope,
  own: readonly ScopedTree[],
  scoped: readonly ScopedTree[],
): boolean {
  if (resolves(name, scope)) return false;
  const isKnown = ({ scopes }: ScopedTree) => {
    const there = scopes.byPath.get(scope.path);
    return there !== undefined && resolves(name, there);
  };
  return own.length > 0 ? own.every(isKnown) : scoped.some(isKnown);
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
