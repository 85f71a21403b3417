import type { ThreeTrees } from '../language.ts';
import type { Three } from '../lines/three.ts';
import type { LostName } from './lost-names.ts';
import { importedNames } from './names.ts';
import type { Node, PythonTree } from './python-tree.ts';

const NAMES = /^(\s*from \S+ import )([\w, ]+)$/;

/** The generator's lines with an import back that it removed, when a statement of the user's own needs it. */
export function restoreName(
  { name, early, node }: LostName,
  { base, mine, next }: ThreeTrees<PythonTree>,
  three: Three,
): readonly string[] | undefined {
  const own =
    !base.some(({ code }) => code === node.code) && mine.some(({ code }) => code === node.code);
  const [old, kept] = [findImport(base, name), findImport(mine, name)];
  if (early || !own || old === undefined || kept === undefined) return undefined;
  const { first, last } = old.statement;
  const hunk = three.next.hunks.find(({ start, end }) => start <= first && last <= end);
  if (hunk === undefined) return undefined;
  const lines = [...three.next.lines];
  const removed = three.base.lines.slice(hunk.start, hunk.end);
  const alone = removed.every((line, index) => line.trim() === '' || isWithin(hunk.start + index));
  const wanted = (alone ? removed : three.base.lines.slice(first, last)).map((line) =>
    keepName(line, name),
  );
  const { from, to } = hunk;
  if (from === to) lines.splice(from, 0, ...wanted);
  else if (isSmaller(next, old, from, to)) {
    const widened = to - from === 1 ? addName(lines[from]!, name, old) : undefined;
    lines.splice(from, to - from, ...(widened === undefined ? wanted : [widened]));
  } else return undefined;
  return lines;

  function isWithin(line: number): boolean {
    return line >= first && line < last;
  }
}

/** `from m import a, b` with this name alone; any other line as it is. */
function keepName(line: string, name: string): string {
  const [, head, list = ''] = NAMES.exec(line) ?? [];
  return head !== undefined && list.split(', ').includes(name) ? head + name : line;
}

/** `from m import a, b` with one name more, in the order of the old import; undefined for any other form. */
function addName(line: string, name: string, old: Node): string | undefined {
  const [, head, list] = NAMES.exec(line) ?? [];
  if (head === undefined || list === undefined) return undefined;
  const names = new Set([...list.split(', '), name]);
  const ordered = [...importedNames(old.statement.tokens).keys()].filter((one) => names.has(one));
  return ordered.length === names.size ? head + ordered.join(', ') : undefined;
}

function findImport(tree: PythonTree, name: string): Node | undefined {
  return tree.find(
    ({ parent, statement: { tokens }, names }) =>
      parent === undefined && /^(from|import)$/.test(tokens[0]!.text) && names.binds.has(name),
  );
}

/** True when these lines of next are the same import with fewer names. */
function isSmaller(next: PythonTree, old: Node, from: number, to: number): boolean {
  const there = next.filter(({ statement: { first } }) => first >= from && first < to);
  const [only] = there;
  if (there.length !== 1 || only!.statement.tokens[0]!.text !== 'from') return false;
  const had = importedNames(old.statement.tokens);
  return [...importedNames(only!.statement.tokens)].every(
    ([name, meaning]) => had.get(name) === meaning,
  );
}
