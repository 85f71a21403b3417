import { bodyOf, insideOf, type PythonTree } from './python-tree.ts';

/** New paths of blocks to the paths they had in base. */
export type Renames = ReadonlyMap<string, string>;

/** The definitions that one side renamed: gone under one name, there under another with nearly the same body. */
export function findRenames(base: PythonTree, side: PythonTree): Renames {
  const renames = new Map<string, string>();
  const [gone, fresh] = [definitionsMissingIn(side, base), definitionsMissingIn(base, side)];
  for (const [path, body] of fresh) {
    const former = [...gone].find(
      ([other, was]) => parentOf(other) === parentOf(path) && isSameBody(was, body),
    );
    if (former === undefined) continue;
    renames.set(path, former[0]);
    gone.delete(former[0]);
  }
  return renames;
}

const LONG_BODY = 6;
const SHARED_PART = 0.7;

/** Short bodies must be equal; of long ones most must be. */
function isSameBody(one: string, other: string): boolean {
  if (one === other) return true;
  const [lines, others] = [one.split('\n'), new Set(other.split('\n'))];
  if (lines.length < LONG_BODY || others.size < LONG_BODY) return false;
  return lines.filter((line) => others.has(line)).length >= lines.length * SHARED_PART;
}

/** A path as base would call it. */
export function toBasePath(path: string, renames: Renames): string {
  if (renames.size === 0) return path;
  const [renamed, old] =
    [...renames].find(([fresh]) => path === fresh || path.startsWith(`${fresh}/`)) ?? [];
  return renamed === undefined ? path : `${old}${path.slice(renamed.length)}`;
}

function definitionsMissingIn(other: PythonTree, tree: PythonTree): Map<string, string> {
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
