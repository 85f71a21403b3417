import type { Change, ThreeTexts } from './change.ts';
import { reconcileFile, rewrite, type FileOptions } from './reconcile-file.ts';
import { renameWords, type WordPairs } from './rename-words.ts';

/** What the caller knows about the tree beyond its texts. */
export interface TreeOptions {
  /** Paths that `own:` in hut.yaml lists. */
  readonly own: readonly string[];
  /** Where files of next stood before a rename, by their path in next. */
  readonly moves?: ReadonlyMap<string, string>;
  /** Words that the command exchanges wherever we wrote them. */
  readonly words?: WordPairs;
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
  const { words = [] } = options;
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
    const where = { owned: own.has(path), ...(movedFrom !== undefined && { movedFrom }) };
    return where.owned || words.length === 0
      ? reconcileFile(path, texts, where)
      : reconcileRenamed(path, texts, words, where);
  });
}

/** Decides as if we had written the new words from the start; what is ours and stays is then written with them. */
function reconcileRenamed(
  path: string,
  texts: ThreeTexts,
  words: WordPairs,
  where: FileOptions,
): Change {
  const { base, mine, next } = texts;
  const isOurs = base !== null && typeof mine === 'string';
  // A word of the same spelling that stays as it is means something else.
  if (!isOurs || base === next) return reconcileFile(path, texts, where);
  const renamed = renameWords(base, mine, words);
  const change = reconcileFile(path, { ...renamed, next }, where);
  const isWritten = change.action === 'keep' && renamed.mine !== mine && next !== null;
  return isWritten ? rewrite(change, renamed.mine) : change;
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
