import type { StatementPiece } from './statement-piece.ts';
import { mergeItems, type ItemsContext } from '../items/merge-items.ts';
import { toPlainText } from '../items/plain-text.ts';
import type { Group } from '../lines/group.ts';
import { mergedLines, type MergedLine } from '../lines/merged.ts';
import { linesOf } from '../lines/three.ts';
import type { ItemContext } from './explode.ts';

const USUAL_LIMIT = 100;
const WIDEST_LIMIT = 120;

type Pieces = readonly StatementPiece[];

/**
 * Merges a group statement by statement: where all three have as many, each is merged inside; else, where one
 * side changed the layout alone, the other's lines are taken. Undefined where that fails.
 */
export function mergeStatements<Tree>(
  group: Group,
  { three, combining }: ItemContext<Tree>,
): readonly MergedLine[] | undefined {
  const { splitStatements, dialect } = combining;
  if (splitStatements === undefined || dialect === undefined) return undefined;
  const [ofMine, ofNext] = [linesOf(three, 'mine', group), linesOf(three, 'next', group)];
  const base = splitStatements(three.base.lines.slice(group.start, group.end));
  const [mine, next] = [splitStatements(ofMine), splitStatements(ofNext)];
  if (base === undefined || mine === undefined || next === undefined) return undefined;
  const context: ItemsContext = { dialect, limit: limitOf(three.base.lines) };
  const merged = mergePairs(base, mine, next, context);
  if (merged !== undefined) return mergedLines(merged, 'blend');
  if (isSameButLayout(base, next)) return mergedLines(ofMine, 'mine');
  return isSameButLayout(base, mine) ? mergedLines(ofNext, 'next') : undefined;
}

function mergePairs(
  base: Pieces,
  mine: Pieces,
  next: Pieces,
  context: ItemsContext,
): readonly string[] | undefined {
  if (base.length !== mine.length || base.length !== next.length) return undefined;
  const merged: string[] = [];
  for (const [index, piece] of base.entries()) {
    const lead = mergeLead(piece.lead, mine[index]!.lead, next[index]!.lead);
    const text = mergePiece(piece, mine[index]!, next[index]!, context);
    if (lead === undefined || text === undefined) return undefined;
    merged.push(...lead, ...(text === '' ? [] : text.split('\n')));
  }
  return merged;
}

/** One statement; another indentation is another block, and no layout. */
function mergePiece(
  base: StatementPiece,
  mine: StatementPiece,
  next: StatementPiece,
  context: ItemsContext,
): string | undefined {
  if (mine.text === base.text || mine.text === next.text) return next.text;
  if (next.text === base.text) return mine.text;
  const indents = new Set([base, mine, next].map(({ text }) => indentOf(text)));
  if (indents.size > 1) return undefined;
  const mergeable = mine.mergeable && next.mergeable;
  const inside = mergeable ? mergeItems(base.text, mine.text, next.text, context) : undefined;
  return inside ?? takeContent(base.text, mine.text, next.text);
}

/** The side that changed more than the layout. */
function takeContent(base: string, mine: string, next: string): string | undefined {
  const [was, ofMine, ofNext] = [base, mine, next].map(toPlainText);
  if (was === ofNext || ofMine === ofNext) return mine;
  return was === ofMine ? next : undefined;
}

function mergeLead(
  base: readonly string[],
  mine: readonly string[],
  next: readonly string[],
): readonly string[] | undefined {
  const [was, ofMine, ofNext] = [base, mine, next].map((lines) => lines.join('\n'));
  if (ofMine === was || ofMine === ofNext) return next;
  return ofNext === was ? mine : undefined;
}

/** True when both have the same statements in the same blocks, and the same comments. */
function isSameButLayout(base: Pieces, side: Pieces): boolean {
  const toKey = ({ lead, text }: StatementPiece) =>
    [...lead.map((line) => line.trim()).filter(Boolean), indentOf(text), toPlainText(text)].join(
      '\n',
    );
  return (
    base.length === side.length && base.every((piece, at) => toKey(piece) === toKey(side[at]!))
  );
}

function indentOf(text: string): string {
  return /^[ \t]*/.exec(text)![0];
}

/** How long a line may get: as long as the generator's longest, within reason. */
function limitOf(lines: readonly string[]): number {
  const longest = lines.reduce((width, line) => Math.max(width, line.length), USUAL_LIMIT);
  return Math.min(longest, WIDEST_LIMIT);
}
