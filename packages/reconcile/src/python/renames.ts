import { bodyOf, insideOf, type PythonTree } from './python-tree.ts';

/** New paths of blocks to the paths they had in base. */
export type Renames = ReadonlyMap<string, string>;

/** The definitions that one side renamed: gone under one name, there under another with the same body. */
export function findRenames(base: PythonTree, side: PythonTree): Renames {
  const renames = new Map<string, string>();
  const [gone, fresh] = [definitionsMissingIn(side, base), definitionsMissingIn(base, side)];
  for (const [path, body] of fresh) {
    const old = [...gone].find(
      ([other, was]) => was === body && parentOf(other) === parentOf(path),
    );
    if (old !== undefined) renames.set(path, old[0]);
  }
  return renames;
}

/** A path as base would call it. */
export function toBasePath(path: string, renames: Renames): string {
  if (renames.size === 0) return path;
  const [renamed, old] =
    [...renames].find(([fresh]) => path === fresh || path.startsWith(`${fresh}/`)) ?? [];
  return renamed === undefined ? path : `${old}${path.slice(renamed.length)}`;
}

function definitionsMissingIn(other: PythonTree, tree: PythonTree): ReadonlyMap<string, string> {
  const known = new Set(
    other.filter(({ statement }) => statement.name !== undefined).map(insideOf),
  );
  const missing = tree.filter(
    (node) => node.statement.name !== undefined && !known.has(insideOf(node)),
  );
  return new Map(
    missing
      .map((node) => [insideOf(node), bodyOf(node, tree)] as const)
      .filter(([, body]) => body !== ''),
  );
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
