import { parseFragment, type ListPiece, type Piece } from './fragment.ts';
import { mergeLists } from './merge-lists.ts';
import { printList } from './print-list.ts';
import { toPlainText } from './plain-text.ts';

/** Whose brackets they are: a call and an inline table have rules of their own. */
export type Dialect = 'python' | 'toml' | 'yaml';

/** What stands before or after the statement on its lines, for the length of the result. */
export interface ItemsContext {
  readonly dialect: Dialect;
  readonly limit: number;
}

/**
 * Merges one statement that both sides changed, list by list:  head [ items ] tail.
 * Undefined when the heads differ or the items don't say clearly what each side did; empty when nothing is left of an
 * import whose names each side removed in part.
 */
export function mergeItems(
  base: string,
  mine: string,
  next: string,
  context: ItemsContext,
): string | undefined {
  if (mine === base || mine === next) return next;
  if (next === base) return mine;
  const pieces = [base, mine, next].map((text) => parseStatement(text, context.dialect));
  const [ofBase, ofMine, ofNext] = pieces;
  if (ofBase === undefined || ofMine === undefined || ofNext === undefined) return undefined;
  if (ofBase.length !== ofMine.length || ofBase.length !== ofNext.length) return undefined;
  const indent = /^[ \t]*/.exec(mine)![0];
  let text = '';
  for (const [index, piece] of ofMine.entries()) {
    const merged = mergePiece(ofBase[index]!, piece, ofNext[index]!, context);
    if (merged === undefined) return undefined;
    if (isEmptyImport(merged, text)) return '';
    text += typeof merged === 'string' ? merged : printList(merged, text, indent, context.limit);
  }
  return text;
}

/** One side dropped the one name and the other side the other. */
function isEmptyImport(piece: Piece, head: string): boolean {
  return (
    typeof piece !== 'string' && piece.items.length === 0 && /^\s*from\b.*\bimport\s*$/.test(head)
  );
}

function parseStatement(text: string, dialect: Dialect): readonly Piece[] | undefined {
  const bare = /^(\s*from\s[\w.\s]+?\simport\s+)([^(\s][^(]*)$/.exec(text);
  if (dialect !== 'python' || bare === null) return parseFragment(text);
  const listed = parseFragment(`${bare[1]!.trimEnd()} (${bare[2]!.trimEnd()})`);
  if (listed === undefined || typeof listed[1] !== 'object') return undefined;
  return [listed[0]!, { ...listed[1], open: '', close: '' }, ''];
}

function mergePiece(
  base: Piece,
  mine: Piece,
  next: Piece,
  context: ItemsContext,
): Piece | undefined {
  if (typeof base === 'string' || typeof mine === 'string' || typeof next === 'string') {
    const texts = [base, mine, next];
    if (!texts.every((text): text is string => typeof text === 'string')) return undefined;
    const [was, ofMine, ofNext] = texts.map(toPlainText);
    return was === ofMine && was === ofNext ? (mine as string) : undefined;
  }
  const items = mergeLists(base, mine, next, context);
  return items === undefined ? undefined : { ...layoutOf(base, mine, next), items };
}

/** The user's layout where the user changed it, else the generator's. */
function layoutOf(base: ListPiece, mine: ListPiece, next: ListPiece): ListPiece {
  const respelled = mine.many !== base.many || mine.open !== base.open;
  return respelled || mine.many === next.many ? mine : next;
}
