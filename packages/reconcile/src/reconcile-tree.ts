import type { Change, ThreeTexts } from './change.ts';
import { reconcileFile } from './reconcile-file.ts';

/** What the caller knows about the tree beyond its texts. */
export interface TreeOptions {
  /** Paths that `own:` in hut.yaml lists. */
  readonly own: readonly string[];
}

/** Decides about every path of base and next; `readMine` is asked once for each. Sorted by path; never throws by itself. */
export function reconcile(
  base: ReadonlyMap<string, string>,
  next: ReadonlyMap<string, string>,
  readMine: (path: string) => ThreeTexts['mine'],
  options: TreeOptions,
): readonly Change[] {
  const own = new Set(options.own);
  const paths = [...new Set([...base.keys(), ...next.keys()])].sort();
  return paths.map((path) =>
    reconcileFile(
      path,
      { base: base.get(path) ?? null, mine: readMine(path), next: next.get(path) ?? null },
      { owned: own.has(path) },
    ),
  );
}
