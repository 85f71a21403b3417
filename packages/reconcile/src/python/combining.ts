import { orderByParagraph } from '../combine/order-by-paragraph.ts';
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
import { BrokenPython } from './token.ts';
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
  dialect: 'python',
};

/** Deeper first: it belongs to the block above. Then simple statements before definitions. Then the generator's. */
function meet(mine: Insertion, next: Insertion, trees: Trees): Side | undefined {
  const [ofMine, ofNext] = [positionOf(mine, trees), positionOf(next, trees)];
  if (ofMine === undefined || ofNext === undefined) return orderByDepth(mine, next) ?? 'next';
  if (isInLongString(ofMine) || isInLongString(ofNext)) return undefined;
  if (ofMine.within && ofNext.within) return 'next';
  const control = findControl(ofMine.node);
  if (control !== undefined && control === findControl(ofNext.node)) return undefined;
  const [nodes, others] = [nodesOf(mine, trees), nodesOf(next, trees)];
  if (depends(nodes, others) || depends(others, nodes)) return undefined;
  return (
    orderByDepth(mine, next) ??
    orderBySort(ofMine.node, ofNext.node) ??
    orderByParagraph(mine, next) ??
    'next'
  );
}

/** Not in a body under a condition, and not where the replacement binds a name anew that the insertion is about. */
function beside(insertion: Insertion, replacement: Hunk, trees: Trees): boolean {
  const position = positionOf(insertion, trees);
  if (position === undefined || position.within) return true;
  if (findControl(position.node) !== undefined) return false;
  const { side, start, end, from, to } = replacement;
  const old = boundBy(nodesIn(trees.base, start, end));
  const fresh = [...boundBy(nodesIn(trees[side], from, to))].filter((name) => !old.has(name));
  return !nodesOf(insertion, trees).some((node) => fresh.some((name) => mentions(node, name)));
}

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

function splitStatements(lines: readonly string[]): readonly string[] | undefined {
  if (lines.some((line) => line.trim() === '' || line.includes('#'))) return undefined;
  try {
    const statements = splitLogicalLines(lines.join('\n'));
    const mergeable = statements.every(({ tokens: [first], tokens }) => {
      const opens = tokens.at(-1)!.text === ':';
      return !opens && !NEVER_MERGED.has(first!.text);
    });
    return mergeable
      ? statements.map(({ first, last }) => lines.slice(first, last).join('\n'))
      : undefined;
  } catch (error) {
    if (error instanceof BrokenPython) return undefined;
    throw error;
  }
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

/** True when statements of one side assign a name that those of the other side are about. */
function depends(nodes: readonly Node[], others: readonly Node[]): boolean {
  const names = [...boundBy(nodes)];
  return others.some((node) => names.some((name) => mentions(node, name)));
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
