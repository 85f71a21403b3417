import type { Insertion } from '../language.ts';
import type { Side } from '../lines/hunk.ts';

/** What goes on where the text above ends comes before what begins with a blank line; undefined when both do the same. */
export function orderByParagraph(mine: Insertion, next: Insertion): Side | undefined {
  const [ofMine, ofNext] = [mine, next].map(({ lines }) => lines[0]!.trim() === '');
  if (ofMine === ofNext) return undefined;
  return ofMine ? 'next' : 'mine';
}
