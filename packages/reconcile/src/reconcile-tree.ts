import type { Change, ThreeTexts } from './change.ts';
import { reconcileFile } from './reconcile-file.ts';

/** What the caller knows about the tree beyond its texts. */
export interface TreeOptions {
  /** Paths that `own:` in hut.yaml lists. */
  readonly own: readonly string[];
  /** Where files of next stood before a rename, by their path in next. */
  readonly moves?: ReadonlyMap<string, string>;
}

/** Decides about every path of base and next; sorted by path; never throws by itself. */
export function reconcile(
  base: ReadonlyMap<string, string>,
  next: ReadonlyMap<string, string>,
  readMine: (path: string) => ThreeTexts['mine'],
  options: TreeOptions,
): readonly Change[] {
  const own = new Set(options.own);
  const moves = new Map(
    [...(options.moves ?? [])].filter(
      ([to, from]) => isMove(to, from, base, next) && readMine(to) === null && !own.has(from),
    ),
  );
  const left = new Set(moves.values());
  const paths = [...new Set([...base.keys(), ...next.keys()])].filter((path) => !left.has(path));
  return paths.sort().map((path) => {
    const movedFrom = moves.get(path);
    const before = movedFrom ?? path;
    const texts = {
      base: base.get(before) ?? null,
      mine: readMine(before),
      next: next.get(path) ?? null,
    };
    return reconcileFile(path, texts, {
      owned: own.has(path),
      ...(movedFrom !== undefined && { movedFrom }),
    });
  });
}

/** A file moves once: when it was rendered at the old path, and only there. */
function isMove(
  to: string,
  from: string,
  base: ReadonlyMap<string, string>,
  next: ReadonlyMap<string, string>,
): boolean {
  return base.has(from) && !next.has(from) && !base.has(to);
}
