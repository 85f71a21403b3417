import type { MergedLine } from '../lines/merged.ts';
import {
  bodyOf,
  findDecorated,
  insideOf,
  toTree,
  type Node,
  type PythonTree,
} from './python-tree.ts';
import { scanLines } from './statement.ts';

/**
 * Both sides added one statement at different places: header, decorators and body equal. The generator's
 * copy goes. Undefined when there is none, or when the result is no Python anyway.
 */
export function dropDoubles(
  lines: readonly MergedLine[],
  base: PythonTree,
): readonly MergedLine[] | undefined {
  if (!haveShared(lines)) return undefined;
  const scan = scanLines(lines.map(({ text }) => text));
  if (!scan.ok) return undefined;
  const tree = toTree(scan.statements);
  const known = new Set(base.map((_, index) => keyAt(base, index)));
  const mine = new Map<string, Whole>();
  const doubles: Whole[] = [];
  const wholes = wholeStatements(tree).filter(({ key }) => !known.has(key));
  for (const whole of wholes) if (isFrom(whole, lines, 'mine')) mine.set(whole.identity, whole);
  for (const whole of wholes) {
    if (mine.has(whole.identity) && isFrom(whole, lines, 'next')) doubles.push(whole);
  }
  if (doubles.length === 0) return undefined;
  const gone = new Set(doubles.flatMap((whole) => linesOfWhole(whole, lines)));
  return lines.filter((_, index) => !gone.has(index));
}

/** True when any line of the generator says what a line of the user says: without, parsing is idle. */
function haveShared(lines: readonly MergedLine[]): boolean {
  const mine = new Set<string>();
  for (const { from, text } of lines) if (from === 'mine' && /\w/.test(text)) mine.add(text.trim());
  return mine.size > 0 && lines.some(({ from, text }) => from === 'next' && mine.has(text.trim()));
}

/** A statement with its decorators and its body: the lines [first, last). */
interface Whole {
  readonly key: string;
  readonly identity: string;
  readonly first: number;
  readonly last: number;
}

/** Every statement with its decorators and its body; every decorator also by itself. */
function wholeStatements(tree: PythonTree): readonly Whole[] {
  let decorators: Node[] = [];
  return tree.flatMap((node, index) => {
    const { first, last } = node.statement;
    const key = keyAt(tree, index);
    if (findDecorated(tree, index) !== undefined) {
      decorators.push(node);
      return [{ key, identity: key, first, last }];
    }
    const codes = [...decorators, node].map(({ code }) => code).join('\n');
    const start = (decorators[0] ?? node).statement.first;
    decorators = [];
    const identity = `${node.path}\n${codes}\n${bodyOf(node, tree)}`;
    return [{ key, identity, first: start, last: endOf(node, tree) }];
  });
}

function endOf(node: Node, tree: PythonTree): number {
  let last = node.statement.last;
  for (let index = tree.indexOf(node) + 1; index < tree.length; index++) {
    const other = tree[index]!;
    if (other.statement.indent <= node.statement.indent) break;
    last = other.statement.last;
  }
  return last;
}

/** The lines of a statement and the blank ones that came with it. */
function linesOfWhole({ first, last }: Whole, lines: readonly MergedLine[]): readonly number[] {
  const isBlank = (line: MergedLine | undefined) =>
    line?.from === 'next' && line.text.trim() === '';
  let start = first;
  while (isBlank(lines[start - 1])) start--;
  return Array.from({ length: last - start }, (_, index) => start + index);
}

function isFrom({ first, last }: Whole, lines: readonly MergedLine[], side: string): boolean {
  return lines.slice(first, last).every(({ from, text }) => from === side || text.trim() === '');
}

function keyAt(tree: PythonTree, index: number): string {
  const node = tree[index]!;
  const definition = findDecorated(tree, index);
  return `${definition === undefined ? node.path : insideOf(definition)}\n${node.code}`;
}
