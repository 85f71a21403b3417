import type { Combining, Insertion } from '../language.ts';
import type { Side } from '../lines/hunk.ts';
import { headingLevel } from './heading-level.ts';

/** What may be combined in Markdown: rows and list items of one sort, and whole blocks with blank lines around. */
export const markdownCombining: Combining<unknown> = {
  meet,
  beside,
  besideRemoval: beside,
  isItem: (line) => sortOf(line) === 'item' || sortOf(line) === 'row',
  toItemName: (line) => /\[([^\]]+)\]\(|`([^`]+)`/.exec(line)?.[0] ?? line.trim(),
  sorted: false,
  indented: false,
};

type Sort = 'heading' | 'item' | 'row' | 'fence' | 'text';

function meet(mine: Insertion, next: Insertion): Side | undefined {
  const [ofMine, ofNext] = [firstHeading(mine), firstHeading(next)];
  if (ofMine !== 0 && ofNext !== 0) return ofMine === ofNext ? 'next' : undefined;
  if (hasFence(mine) || hasFence(next))
    return isBlock(mine) && isBlock(next) ? bySection(ofMine, ofNext) : undefined;
  if (isBlock(mine) || isBlock(next)) return bySection(ofMine, ofNext);
  const [sort, other] = [sortOfAll(mine), sortOfAll(next)];
  if (sort !== other || (sort !== 'item' && sort !== 'row')) return undefined;
  return indentOf(mine) > indentOf(next) ? 'mine' : 'next';
}

/** What brings no heading belongs to the section above, so it goes first. */
function bySection(ofMine: number, ofNext: number): Side {
  return ofNext !== 0 && ofMine === 0 ? 'mine' : 'next';
}

/**
 * Items and rows stand by themselves; a paragraph that the other side rewrote may go on in the insertion, and one
 * that it removed may have kept the insertion apart from what stands above.
 */
function beside(insertion: Insertion): boolean {
  const sort = sortOfAll(insertion);
  return sort === 'item' || sort === 'row' || isBlock(insertion);
}

function isBlock({ lines }: Insertion): boolean {
  return lines[0]!.trim() === '' || lines.at(-1)!.trim() === '';
}

function hasFence({ lines }: Insertion): boolean {
  return lines.some((line) => sortOf(line) === 'fence');
}

function firstHeading({ lines }: Insertion): number {
  return lines.map(headingLevel).find((level) => level > 0) ?? 0;
}

/** The sort that all lines are of; indented text below an item goes on in it. */
function sortOfAll({ lines }: Insertion): Sort | undefined {
  const written = lines.filter((line) => line.trim() !== '');
  const inItem = written.length > 0 && sortOf(written[0]!) === 'item';
  const own = written.filter((line) => !inItem || sortOf(line) !== 'text' || !/^\s/.test(line));
  const sorts = new Set(own.map(sortOf));
  const [only] = sorts;
  return sorts.size === 1 ? only : undefined;
}

function indentOf({ lines }: Insertion): number {
  return Math.max(0, (lines.find((line) => line.trim() !== '') ?? '').search(/\S/));
}

const SORTS: readonly (readonly [RegExp, Sort])[] = [
  [/^#{1,6}\s/, 'heading'],
  [/^\s*(?:[-*+]|\d+[.)])\s/, 'item'],
  [/^\s*\|/, 'row'],
  [/^\s*(?:```|~~~)/, 'fence'],
];

function sortOf(line: string): Sort {
  return SORTS.find(([pattern]) => pattern.test(line))?.[1] ?? 'text';
}
