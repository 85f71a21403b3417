import { BUILTIN_NAMES } from './builtin-names.ts';
import { insideOf, type Node, type PythonTree } from './python-tree.ts';
import { toBasePath, type Renames } from './renames.ts';

/** One scope: the module, a class or a function. `boundAt` is the first statement that binds a name; -1 for parameters. */
export interface Scope {
  readonly path: string;
  readonly outer: Scope | undefined;
  readonly isClass: boolean;
  readonly boundAt: Map<string, number>;
}

/** The scopes of a text; `open` when `import *` binds what nobody knows. */
export interface Scopes {
  readonly byPath: ReadonlyMap<string, Scope>;
  readonly scopeOf: (node: Node) => Scope;
  readonly open: boolean;
}

/** Builds the scopes of a text; paths are those of base. */
export function toScopes(tree: PythonTree, renames: Renames): Scopes {
  const module: Scope = { path: '', outer: undefined, isClass: false, boundAt: new Map() };
  const byPath = new Map([['', module]]);
  const inner = new Map<Node, Scope>();
  const scopeOf = (node: Node): Scope => {
    for (let at = node.parent; at !== undefined; at = at.parent) {
      const scope = inner.get(at);
      if (scope !== undefined) return scope;
    }
    return module;
  };
  tree.forEach((node, index) => {
    const scope = scopeOf(node);
    for (const name of node.names.binds) bind(scope, name, index);
    if (node.statement.name === undefined) return;
    const own = openScope(node, scope, renames);
    inner.set(node, own);
    if (!byPath.has(own.path)) byPath.set(own.path, own);
  });
  return { byPath, scopeOf, open: tree.some(({ names }) => names.star) };
}

/** True when the name means something here; a class is invisible from its methods. */
export function resolves(name: string, from: Scope): boolean {
  if (BUILTIN_NAMES.has(name) || name.startsWith('__')) return true;
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.outer) {
    const visible = !scope.isClass || scope === from;
    if (visible && scope.boundAt.has(name)) return true;
  }
  return false;
}

function openScope(node: Node, outer: Scope, renames: Renames): Scope {
  const boundAt = new Map([...node.names.bindsInside].map((name) => [name, -1]));
  const isClass = node.statement.opens === 'class';
  return { path: toBasePath(insideOf(node), renames), outer, isClass, boundAt };
}

function bind(scope: Scope, name: string, index: number): void {
  if (!scope.boundAt.has(name)) scope.boundAt.set(name, index);
}
