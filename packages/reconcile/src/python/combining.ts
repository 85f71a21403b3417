import { orderByParagraph } from '../combine/order-by-paragraph.ts';
import type { StatementPiece } from '../combine/statement-piece.ts';
import type { Combining, Insertion, ThreeTrees } from '../language.ts';
import type { Hunk, Side } from '../lines/hunk.ts';
import {
  findControl,
  findPosition,
  isInLongString,
  nodesIn,
  type LinePosition,
} from './line-position.ts';
import type { Node, PythonTree } from './python-tree.ts';
import { BrokenPython, type Token } from './token.ts';
import { splitLogicalLines } from './logical-line.ts';

type Trees = ThreeTrees<PythonTree>;

/** What may be combined in Python where both sides' hunks touch. */
export const pythonCombining: Combining<PythonTree> = {
  meet,
  beside,
  isItem,
  toItemName,
  sorted: true,
  indented: true,
  splitStatements,
  widen,
  dialect: 'python',
};

/** Deeper first: it belongs to the block above. Then simple statements before definitions. Then the generator's. */
function meet(mine: Insertion, next: Insertion, trees: Trees): Side | undefined {
  const [ofMine, ofNext] = [positionOf(mine, trees), positionOf(next, trees)];
  if (ofMine === undefined || ofNext === undefined) return orderByDepth(mine, next) ?? 'next';
  if (isInLongString(ofMine) || isInLongString(ofNext)) return undefined;
  if (ofMine.within && ofNext.within) return 'next';
  const [nodes, others] = [nodesOf(mine, trees), nodesOf(next, trees)];
  const control = findControl(ofMine.node);
  const shared = control !== undefined && control === findControl(ofNext.node);
  if (shared && ![...nodes, ...others].every(isImport)) return undefined;
  if (depends(nodes, others) || depends(others, nodes)) return undefined;
  return (
    orderByDepth(mine, next) ??
    orderBySort(ofMine.node, ofNext.node) ??
    orderByParagraph(mine, next) ??
    'next'
  );
}

/**
 * In a body under a condition only where the replacement is the same statements, edited. Nowhere that the
 * replacement binds a name anew that the insertion is about.
 */
function beside(insertion: Insertion, replacement: Hunk, trees: Trees): boolean {
  const position = positionOf(insertion, trees);
  if (position === undefined || position.within) return true;
  const { side, start, end, from, to } = replacement;
  const [old, fresh] = [nodesIn(trees.base, start, end), nodesIn(trees[side], from, to)];
  const inserted = nodesOf(insertion, trees);
  if (findControl(position.node) !== undefined) return areEdited(old, fresh, inserted);
  const known = boundBy(old);
  const anew = [...boundBy(fresh)].filter((name) => !known.has(name));
  return !inserted.some((node) => anew.some((name) => mentions(node, name)));
}

/** True when each statement still does what it did to the same names, and the insertion binds none of them. */
function areEdited(
  old: readonly Node[],
  fresh: readonly Node[],
  inserted: readonly Node[],
): boolean {
  const same = old.every((node, index) => toDeed(node) === toDeed(fresh[index]));
  const bound = boundBy(fresh);
  const untouched = inserted.every(({ names }) =>
    [...names.binds].every((name) => !bound.has(name)),
  );
  return old.length > 0 && old.length === fresh.length && same && untouched;
}

/** The sort of a statement and the names that it assigns: what stays when only its values are edited. */
function toDeed(node: Node | undefined): string | undefined {
  if (node === undefined || node.statement.opens !== undefined) return undefined;
  const { kind, text } = node.statement.tokens[0]!;
  const deed = kind === 'keyword' && !LEAVES.has(text) ? text : '';
  if (deed === '' && node.names.targets.size === 0) return undefined;
  return `${deed} ${[...node.names.targets].sort().join()}`;
}

const LEAVES = new Set('return raise break continue'.split(' '));

function isItem(line: string, index: number, tree: PythonTree): boolean {
  const position = findPosition(tree, index);
  if (position === undefined) return false;
  const { node, within } = position;
  const alone = !within && node.statement.last === index + 1;
  if (alone) return isOneOfMany(node);
  return (
    within && !isInLongString(position) && /^\s*[^)\]}\s].*,\s*$/.test(line) && isBalanced(line)
  );
}

/** Imports, fields of a class and calls like `app.include_router(x)`: what binds nothing that the next line needs. */
function isOneOfMany({ parent, statement, names }: Node): boolean {
  const { kind, text } = statement.tokens[0]!;
  if (statement.opens !== undefined) return false;
  if (kind === 'keyword') return text === 'from' || text === 'import';
  return kind === 'name' && (names.targets.size === 0 || parent?.statement.opens === 'class');
}

/** Fields and arguments by name, imports by module, calls by callee and first argument. */
function toItemName(line: string): string {
  const text = line.trim();
  const match =
    /^(?:from\s+(\S+)\s+import|["']?([\w.-]+)["']?\s*(?::(?!=)|=(?!=))|([\w.]+\([^,()]*))/.exec(
      text,
    );
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? text.replace(/,$/, '');
}

const NEVER_MERGED = new Set('return raise yield assert del pass break continue'.split(' '));

function splitStatements(lines: readonly string[]): readonly StatementPiece[] | undefined {
  try {
    const pieces: StatementPiece[] = [];
    let end = 0;
    for (const { first, last, tokens } of splitLogicalLines(lines)) {
      const text = lines.slice(first, last).join('\n');
      pieces.push({ lead: lines.slice(end, first), text, mergeable: isMergeable(tokens) });
      end = last;
    }
    const lead = lines.slice(end);
    return lead.length > 0 ? [...pieces, { lead, text: '', mergeable: false }] : pieces;
  } catch (error) {
    if (error instanceof BrokenPython) return undefined;
    throw error;
  }
}

function isMergeable(tokens: readonly Token[]): boolean {
  return tokens.at(-1)!.text !== ':' && !NEVER_MERGED.has(tokens[0]!.text);
}

function widen(
  start: number,
  end: number,
  _lines: readonly string[],
  base: PythonTree,
): readonly [number, number] {
  const touched = base.filter(({ statement: { first, last } }) => first < end && last > start);
  const firsts = touched.map(({ statement }) => statement.first);
  const lasts = touched.map(({ statement }) => statement.last);
  return [Math.min(start, ...firsts), Math.max(end, ...lasts)];
}

function positionOf({ side, from, lines }: Insertion, trees: Trees): LinePosition | undefined {
  const at = lines.findIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  return at === -1 ? undefined : findPosition(trees[side], from + at);
}

function nodesOf({ side, from, to }: Insertion, trees: Trees): readonly Node[] {
  return nodesIn(trees[side], from, to);
}

function orderByDepth(mine: Insertion, next: Insertion): Side | undefined {
  const [ofMine, ofNext] = [depthOf(mine), depthOf(next)];
  if (ofMine === ofNext) return undefined;
  return ofMine > ofNext ? 'mine' : 'next';
}

function depthOf({ lines }: Insertion): number {
  const written = lines.filter((line) => line.trim() !== '');
  const first = written.find((line) => !line.trimStart().startsWith('#')) ?? written[0];
  return first === undefined ? 0 : first.search(/\S/);
}

function orderBySort(ofMine: Node, ofNext: Node): Side | undefined {
  const [mine, next] = [isDefinition(ofMine), isDefinition(ofNext)];
  if (mine === next) return undefined;
  return mine ? 'next' : 'mine';
}

function isDefinition({ statement }: Node): boolean {
  return statement.name !== undefined || statement.tokens[0]!.text === '@';
}

function isImport({ statement: { tokens } }: Node): boolean {
  const { kind, text } = tokens[0]!;
  return kind === 'keyword' && (text === 'from' || text === 'import');
}

/** True when statements of one side assign a name that those of the other side are about. Names inside a definition are its own. */
function depends(nodes: readonly Node[], others: readonly Node[]): boolean {
  const names = [...boundBy(nodes.filter((node) => !isInside(node, nodes)))];
  return others.some((node) => names.some((name) => mentions(node, name)));
}

/** True for a statement in the body of a definition that is one of these nodes itself. */
function isInside({ parent }: Node, nodes: readonly Node[]): boolean {
  if (parent === undefined) return false;
  const defines = parent.statement.name !== undefined && nodes.includes(parent);
  return defines || isInside(parent, nodes);
}

function boundBy(nodes: readonly Node[]): ReadonlySet<string> {
  return new Set(nodes.flatMap(({ names }) => [...names.targets]));
}

function mentions({ names }: Node, name: string): boolean {
  return names.uses.has(name) || names.binds.has(name);
}

function isBalanced(line: string): boolean {
  const plain = line.replace(/(["'])(?:\\.|(?!\1).)*\1/g, '');
  const count = (brackets: RegExp) => plain.match(brackets)?.length ?? 0;
  return count(/[([{]/g) === count(/[)\]}]/g) && !/["']/.test(plain);
}
