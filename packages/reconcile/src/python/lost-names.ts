import type { Node, PythonTree } from './python-tree.ts';
import type { Renames } from './renames.ts';
import { resolves, toScopes, type Scope, type Scopes } from './scopes.ts';

/** A name that the result uses without (or before) its definition, though the side it comes from had it. */
export interface LostName {
  readonly name: string;
  readonly early: boolean;
  readonly node: Node;
}

interface View {
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
  const joined = toView(result, renames);
  if (joined.scopes.open) return undefined;
  const views = sides.map((tree) => toView(tree, renames));
  for (const [index, node] of result.entries()) {
    const scope = joined.scopes.scopeOf(node);
    const own = ownSides(node, views);
    for (const name of node.names.uses) {
      if (isUndefined(name, scope, own)) return { name, early: false, node };
      if (isEarly(name, index, scope) && own.some((view) => isLater(name, node, scope, view))) {
        return { name, early: true, node };
      }
    }
  }
  return undefined;
}

function toView(tree: PythonTree, renames: Renames): View {
  const indexByCode = new Map<string, number[]>();
  tree.forEach(({ code }, index) =>
    indexByCode.set(code, [...(indexByCode.get(code) ?? []), index]),
  );
  return { tree, scopes: toScopes(tree, renames), indexByCode };
}

/** The sides that have this statement; both when it was made of both. */
function ownSides({ code }: Node, views: readonly View[]): readonly View[] {
  const own = views.filter(({ indexByCode }) => indexByCode.has(code));
  return own.length > 0 ? own : views;
}

function isUndefined(name: string, scope: Scope, own: readonly View[]): boolean {
  if (resolves(name, scope)) return false;
  return own.some(({ scopes }) => {
    const there = scopes.byPath.get(scope.path);
    return there !== undefined && resolves(name, there);
  });
}

function isEarly(name: string, index: number, scope: Scope): boolean {
  const boundAt = scope.boundAt.get(name);
  return boundAt !== undefined && boundAt > index;
}

/** True when this side binds the name before the statement. */
function isLater(name: string, { code }: Node, { path }: Scope, view: View): boolean {
  const indexes = view.indexByCode.get(code) ?? [];
  return indexes.some((index) => {
    const scope = view.scopes.scopeOf(view.tree[index]!);
    const boundAt = scope.boundAt.get(name);
    return scope.path === path && boundAt !== undefined && boundAt < index;
  });
}
