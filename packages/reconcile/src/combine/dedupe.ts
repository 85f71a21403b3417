import type { Insertion } from '../language.ts';
import type { ItemContext } from './explode.ts';

/** The generator's insertion without the items that the user put in at the same point as well. */
export function withoutShared<Tree>(
  mine: Insertion,
  next: Insertion,
  { three, trees, combining }: ItemContext<Tree>,
): Insertion {
  const isItems = ({ side, from, lines }: Insertion) =>
    lines.every(
      (line, index) => line.trim() === '' || combining.isItem(line, from + index, trees[side]),
    );
  if (!isItems(mine) || !isItems(next)) return next;
  const known = new Set(three.mine.keys.slice(mine.from, mine.to));
  const lines = next.lines.filter((line, index) => {
    const key = three.next.keys[next.from + index]!;
    return line.trim() === '' || !known.has(key);
  });
  return lines.some((line) => line.trim() !== '') ? { ...next, lines } : { ...next, lines: [] };
}
