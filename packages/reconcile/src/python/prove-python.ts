import type { Doubt, FourTrees } from '../language.ts';
import { countAll, findBreach, type Breach } from '../law/count-law.ts';
import { findUncommon } from '../law/find-uncommon.ts';
import { sayBreach, shorten } from '../law/say-breach.ts';
import { flatAtoms, nameOfAtom, strictAtoms, type Atoms } from './atoms.ts';
import { toChangedPart } from './changed-part.ts';
import { findDeadCode } from './dead-code.ts';
import { findDuplicate } from './duplicates.ts';
import { findLostName, type LostName } from './lost-names.ts';
import { nodeKey } from './node-key.ts';
import type { Node, PythonTree } from './python-tree.ts';
import { findMoves, toMove } from './moves.ts';
import { findRenames, toBasePath, type Renames } from './renames.ts';

/** Proves that the result is mine + next - base, statement for statement; `combined` asks for heads and blocks too. */
export function provePython(trees: FourTrees<PythonTree>, combined: boolean): Doubt | undefined {
  const { base, mine, next, result } = trees;
  const renames = new Map([...findRenames(base, mine), ...findRenames(base, next)]);
  const part = toChangedPart(trees);
  const duplicate = findDuplicate(part.mine, part.next, part.result, renames);
  if (duplicate !== undefined) return { reason: `"${short(duplicate)}" would be there twice` };
  const stray = findStray(part, renames, () => movesOf(trees));
  if (stray !== undefined) return { reason: `"${short(stray.code)}" would stand in another block` };
  const lostName = findLostName([mine, next], result, renames);
  if (lostName !== undefined) return { reason: sayLost(lostName), lostName };
  const dead = findDeadCode([part.mine, part.next], part.result);
  if (dead !== undefined) return { reason: `"${short(dead.code)}" would never be reached` };
  const breach = combined
    ? findAtomBreach(part, strictAtoms(renames))
    : findFlatBreach(part, renames);
  return breach === undefined
    ? undefined
    : { reason: sayBreach(breach, tidy(nameOfAtom(breach.thing))) };
}

/** Where a side turned blocks into others, a statement may count in another block than before. */
function findFlatBreach(trees: FourTrees<PythonTree>, renames: Renames): Breach | undefined {
  const breach = findAtomBreach(trees, flatAtoms(renames, true));
  if (breach === undefined || movesOf(trees).size === 0) return breach;
  return findAtomBreach(trees, flatAtoms(renames, false));
}

function movesOf({ base, mine, next }: FourTrees<PythonTree>): ReadonlySet<string> {
  return new Set([...findMoves(base, mine), ...findMoves(base, next)]);
}

function findAtomBreach(
  trees: FourTrees<PythonTree>,
  { keyAt, partsAt }: Atoms,
): Breach | undefined {
  const four = [trees.base, trees.mine, trees.next, trees.result];
  const keys = four.map((tree) => tree.map((_, index) => keyAt(tree, index)));
  const [base, mine, next, result] = findUncommon(keys).map((rest, text) =>
    countAll(rest.flatMap((index) => partsAt(four[text]!, index))),
  );
  return findBreach(base!, mine!, next!, result!);
}

/** A statement that stands in a block where no side has it, though a side has it elsewhere; blocks that a side moved aside. */
function findStray(
  trees: FourTrees<PythonTree>,
  renames: Renames,
  toMoves: () => ReadonlySet<string>,
): Node | undefined {
  const sides = [...trees.mine, ...trees.next];
  const known = new Set(sides.map((node) => nodeKey(node, renames)));
  const fresh = trees.result.filter((node) => !known.has(nodeKey(node, renames)));
  if (fresh.length === 0) return undefined;
  const paths = pathsByCode(new Set(fresh.map(({ code }) => code)), sides, renames);
  const strays = fresh.filter(
    (node) => paths.get(node.code)?.has(toBasePath(node.path, renames)) === false,
  );
  if (strays.length === 0) return undefined;
  const moves = toMoves();
  return strays.find((node) => {
    const path = toBasePath(node.path, renames);
    return ![...paths.get(node.code)!].some((own) => moves.has(toMove(own, path)));
  });
}

/** The blocks in which statements with one of these codes stand. */
function pathsByCode(
  codes: ReadonlySet<string>,
  nodes: PythonTree,
  renames: Renames,
): ReadonlyMap<string, ReadonlySet<string>> {
  const paths = new Map<string, Set<string>>();
  for (const { code, path } of nodes) {
    if (!codes.has(code)) continue;
    const known = paths.get(code);
    if (known === undefined) paths.set(code, new Set([toBasePath(path, renames)]));
    else known.add(toBasePath(path, renames));
  }
  return paths;
}

function sayLost({ name, early, node }: LostName): string {
  const where = `"${short(node.code)}"`;
  return early
    ? `"${name}" would be used before its definition in ${where}`
    : `"${name}" would have no definition in ${where}`;
}

function short(code: string): string {
  return shorten(tidy(code));
}

/** Code as a person would write it. */
function tidy(code: string): string {
  return code.replace(/ ?([.()[\],:=]) ?/g, (_, op: string) => (op === ',' ? ', ' : op));
}
