import type { Doubt, FourTrees } from '../language.ts';
import { countAll, findBreach, type Breach } from '../law/count-law.ts';
import { sayBreach, shorten } from '../law/say-breach.ts';
import { flatAtoms, nameOfAtom, strictAtoms, type Counted } from './atoms.ts';
import { findDeadCode } from './dead-code.ts';
import { findDuplicate } from './duplicates.ts';
import { findLostName, type LostName } from './lost-names.ts';
import type { Node, PythonTree } from './python-tree.ts';
import { findRenames, toBasePath, type Renames } from './renames.ts';

/** Proves that the result is mine + next - base, statement for statement; `combined` asks for heads and blocks too. */
export function provePython(trees: FourTrees<PythonTree>, combined: boolean): Doubt | undefined {
  const { base, mine, next, result } = trees;
  const renames = new Map([...findRenames(base, mine), ...findRenames(base, next)]);
  const duplicate = findDuplicate(mine, next, result, renames);
  if (duplicate !== undefined) return { reason: `"${short(duplicate)}" would be there twice` };
  const stray = findStray(trees, renames);
  if (stray !== undefined) return { reason: `"${short(stray.code)}" would stand in another block` };
  const lostName = findLostName([mine, next], result, renames);
  if (lostName !== undefined) return { reason: sayLost(lostName), lostName };
  const dead = findDeadCode([mine, next], result);
  if (dead !== undefined) return { reason: `"${short(dead.code)}" would never be reached` };
  const breach = findAtomBreach(trees, renames, combined);
  return breach === undefined
    ? undefined
    : { reason: sayBreach(breach, tidy(nameOfAtom(breach.thing))) };
}

function findAtomBreach(
  trees: FourTrees<PythonTree>,
  renames: Renames,
  combined: boolean,
): Breach | undefined {
  const atomsOf = combined ? strictAtoms : flatAtoms;
  const four = [trees.base, trees.mine, trees.next, trees.result].map((tree) =>
    atomsOf(tree, renames),
  );
  const [base, mine, next, result] = withoutCommon(four).map((rest) =>
    countAll(rest.flatMap(({ parts }) => parts())),
  );
  return findBreach(base!, mine!, next!, result!);
}

/** What all four have counts for nothing; of most files that leaves a handful of statements. */
function withoutCommon(four: readonly (readonly Counted[])[]): readonly (readonly Counted[])[] {
  const counts = four.map((atoms) => countAll(atoms.map(({ key }) => key)));
  return four.map((atoms) => {
    const skipped = new Map<string, number>();
    return atoms.filter(({ key }) => {
      const common = Math.min(...counts.map((count) => count.get(key) ?? 0));
      const seen = skipped.get(key) ?? 0;
      skipped.set(key, seen + 1);
      return seen >= common;
    });
  });
}

/** A statement that stands in a block where no side has it, though a side has it elsewhere. */
function findStray(
  { mine, next, result }: FourTrees<PythonTree>,
  renames: Renames,
): Node | undefined {
  const paths = new Map<string, Set<string>>();
  for (const node of [...mine, ...next]) {
    const known = paths.get(node.code) ?? new Set();
    paths.set(node.code, known.add(toBasePath(node.path, renames)));
  }
  return result.find((node) => {
    const known = paths.get(node.code);
    return known !== undefined && !known.has(toBasePath(node.path, renames));
  });
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
