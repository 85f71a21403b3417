import type { Combining, ThreeTrees } from '../language.ts';
import type { Hunk } from '../lines/hunk.ts';
import type { Three } from '../lines/three.ts';

/** What exploding looks at. */
export interface ItemContext<Tree> {
  readonly three: Three;
  readonly trees: ThreeTrees<Tree>;
  readonly combining: Combining<Tree>;
}

/**
 * Splits a hunk over one-line items (fields, imports, elements) into what happened to each of them, so that
 * neighbours of a changed item don't conflict. Items with one name on both ends are one item that changed.
 */
export function explode<Tree>(hunk: Hunk, context: ItemContext<Tree>): readonly Hunk[] {
  if (hunk.start === hunk.end || !coversItems(hunk, context)) return [hunk];
  const { three, combining } = context;
  const names = three.base.lines.slice(hunk.start, hunk.end).map(combining.toItemName);
  const newNames = three[hunk.side].lines.slice(hunk.from, hunk.to).map(combining.toItemName);
  const pairs = pairUp(names, newNames);
  if (pairs === undefined) return [hunk];
  return splitAt(hunk, pairs).flatMap((part) => explodePart(part));
}

function coversItems<Tree>(hunk: Hunk, { three, trees, combining }: ItemContext<Tree>): boolean {
  const old = three.base.lines.slice(hunk.start, hunk.end);
  const fresh = three[hunk.side].lines.slice(hunk.from, hunk.to);
  const indents = new Set([...old, ...fresh].map((line) => /^[ \t]*/.exec(line)![0]));
  if (indents.size !== 1) return false;
  const oldItems = old.every((line, index) =>
    combining.isItem(line, hunk.start + index, trees.base),
  );
  const tree = trees[hunk.side];
  return oldItems && fresh.every((line, index) => combining.isItem(line, hunk.from + index, tree));
}

type Pair = readonly [number, number];

/** Items of the same name, by position; undefined when they changed places or share a name. */
function pairUp(old: readonly string[], fresh: readonly string[]): readonly Pair[] | undefined {
  if (new Set(old).size < old.length || new Set(fresh).size < fresh.length) return undefined;
  const pairs = old
    .map((name, index): Pair => [index, fresh.indexOf(name)])
    .filter(([, index]) => index !== -1);
  const ordered = pairs.every(([, index], at) => at === 0 || pairs[at - 1]![1] < index);
  return ordered ? pairs : undefined;
}

function splitAt(hunk: Hunk, pairs: readonly Pair[]): readonly Hunk[] {
  const parts: Hunk[] = [];
  let [start, from] = [hunk.start, hunk.from];
  for (const [old, fresh] of pairs) {
    const [end, to] = [hunk.start + old, hunk.from + fresh];
    parts.push({ ...hunk, start, end, from, to });
    parts.push({ ...hunk, start: end, end: end + 1, from: to, to: to + 1 });
    [start, from] = [end + 1, to + 1];
  }
  parts.push({ ...hunk, start, from });
  return parts.filter(({ start, end, from, to }) => end > start || to > from);
}

/** Deletions go line by line; the user's renamed items pairwise; the generator's as deletions and one insertion. */
function explodePart(part: Hunk): readonly Hunk[] {
  const [removed, added] = [part.end - part.start, part.to - part.from];
  if (removed === 0 || (removed === 1 && added === 1)) return [part];
  if (added === 0) return single(part, () => 0);
  if (part.side === 'mine') return removed === added ? single(part, () => 1) : [part];
  const deletions = single({ ...part, to: part.from }, () => 0);
  return [...deletions, { ...part, start: part.end }];
}

function single(part: Hunk, width: () => 0 | 1): readonly Hunk[] {
  return Array.from({ length: part.end - part.start }, (_, index) => {
    const from = part.from + index * width();
    return {
      ...part,
      start: part.start + index,
      end: part.start + index + 1,
      from,
      to: from + width(),
    };
  });
}
