import { isCall, isClosing, isOp, unfold, type Bracket } from './bracket-items.ts';
import { isLongString, longStringLines, toCode } from './code.ts';
import { importedNames } from './names.ts';
import { nodeKey } from './node-key.ts';
import { SEPARATOR } from './place.ts';
import { findDecorated, insideOf, type Node, type PythonTree } from './python-tree.ts';
import { toBasePath, type Renames } from './renames.ts';
import type { Token } from './token.ts';

/**
 * How the law sees the statements of a text: `keyAt` is equal for equals, and only what differs is taken apart by
 * `partsAt`: what a merge must neither lose nor double.
 */
export interface Atoms {
  readonly keyAt: (tree: PythonTree, index: number) => string;
  readonly partsAt: (tree: PythonTree, index: number) => readonly string[];
}

/**
 * Parts with block and head of the statement in each: `/class Settings > app = FastAPI ( ) > title = "x"`.
 * For files where hunks were combined.
 */
export function strictAtoms(renames: Renames): Atoms {
  const pathAt = (tree: PythonTree, index: number) =>
    toBasePath(tree[index]!.path, renames) + decorated(tree, index, renames) + SEPARATOR;
  return {
    keyAt: (tree, index) => keyAt(tree, index, renames),
    partsAt: (tree, index) => {
      const path = pathAt(tree, index);
      return strictParts(tree[index]!).map((part) => path + part);
    },
  };
}

/**
 * The parts without heads: for files where both sides changed different lines only. Just the statement as such
 * has its block, and not even that where a side turned blocks into others.
 */
export function flatAtoms(renames: Renames, inBlocks: boolean): Atoms {
  const pathAt = (tree: PythonTree, index: number) =>
    (inBlocks ? toBasePath(tree[index]!.path, renames) : '') +
    decorated(tree, index, renames) +
    SEPARATOR;
  return {
    keyAt: (tree, index) =>
      inBlocks
        ? keyAt(tree, index, renames)
        : decorated(tree, index, renames) + withoutBlock(tree[index]!),
    partsAt: (tree, index) => {
      const { tokens } = tree[index]!.statement;
      const lines = longStringLines(tokens).filter((line) => line !== '');
      return [...flatParts(tokens, pathAt(tree, index)), ...lines];
    },
  };
}

function keyAt(tree: PythonTree, index: number, renames: Renames): string {
  return decorated(tree, index, renames) + nodeKey(tree[index]!, renames);
}

function withoutBlock({ place, path }: Node): string {
  return place.key.slice(path.length);
}

/** What a decorator decorates: without it, a definition put in between would take it over unseen. */
function decorated(tree: PythonTree, index: number, renames: Renames): string {
  const definition = findDecorated(tree, index);
  if (definition === undefined) return '';
  return `${toBasePath(insideOf(definition), renames)}${SEPARATOR}`;
}

/** The readable part of an atom, for a message. */
export function nameOfAtom(atom: string): string {
  return atom.slice(atom.lastIndexOf(SEPARATOR) + SEPARATOR.length);
}

function strictParts({ statement: { tokens }, names }: Node): readonly string[] {
  const [first] = tokens;
  if (first!.kind === 'keyword' && (first!.text === 'from' || first!.text === 'import')) {
    return [...importedNames(tokens)].map(([name, meaning]) => `import ${meaning} as ${name}`);
  }
  const { head, brackets } = unfold(tokens);
  const named = names.targets.size > 0 || isOp(first, '@');
  const about = named ? '' : brackets.map(callIdentity).join('');
  const identity = toCode(head) + about;
  const items = brackets.flatMap(({ items }) => items.flatMap(itemParts));
  const lines = longStringLines(tokens);
  return [identity, ...[...items, ...lines].map((item) => identity + SEPARATOR + item)];
}

/** An item, or what a list, set or mapping in it holds: `values = [ a, b ]` as `values = [ ]`, and a and b in it. */
function itemParts(item: readonly Token[]): readonly string[] {
  const { head, brackets } = unfold(item);
  const [bracket] = brackets;
  const display = brackets.length === 1 && isDisplay(bracket!) && isClosing(item.at(-1)!);
  if (!display) return [toCode(item)];
  const label = toCode(head);
  const inner = bracket!.items.flatMap(itemParts);
  return [label, ...inner.map((part) => `${label} ${part}`)];
}

function isDisplay({ open, before }: Bracket): boolean {
  if (open === '(') return false;
  return open === '{' || before === undefined || isOp(before, '=') || isOp(before, ':');
}

/** What a call is about: its first argument, unless that is a string of several lines. */
function callIdentity(bracket: Bracket): string {
  const first = bracket.items[0];
  if (!isCall(bracket) || first === undefined || first.some(isLongString)) return '';
  const named = first[1]?.text === '=' && first[0]!.kind === 'name';
  return named ? '' : `[${toCode(first)}]`;
}

function flatParts(tokens: readonly Token[], mark: string): readonly string[] {
  const { head, brackets } = unfold(tokens);
  const own = splitOperands(head).map((operand) => mark + toCode(operand));
  const inner = brackets.flatMap(({ items }) =>
    items.flatMap((item) => flatParts(item, SEPARATOR)),
  );
  return [...own, ...inner];
}

/** `A | B`, `a or b`, `"one" "two"`: rows to which each side may add on a line of its own. */
function splitOperands(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const operands: Token[][] = [[]];
  for (const [index, token] of tokens.entries()) {
    const joins = JOINS.has(token.text) && token.kind !== 'string';
    const text = token.kind === 'string' && tokens[index - 1]?.kind === 'string';
    if (joins || text) operands.push([]);
    if (!joins) operands.at(-1)!.push(token);
  }
  return operands.filter((operand) => operand.length > 0);
}

const JOINS = new Set(['|', '+', 'or', 'and']);
