import type { Group } from '../lines/group.ts';
import type { Hunk } from '../lines/hunk.ts';
import type { MergedLine } from '../lines/merged.ts';
import { combineHunks, mayStandBeside } from './combine-hunks.ts';
import { explode, type ItemContext } from './explode.ts';
import { mergeStatements } from './merge-statements.ts';
import { haveOverlap } from './overlap.ts';
import { reindents } from './reindents.ts';

/** Joins hunks that touch:  as they are  ->  item by item  ->  inside one statement  ->  undefined, a conflict. */
export function combineGroup<Tree>(
  group: Group,
  context: ItemContext<Tree>,
  dedupe: boolean,
): readonly MergedLine[] | undefined {
  const hunks = [...group.mine, ...group.next];
  if (mayCombine(hunks, context)) {
    const small = hunks.flatMap((hunk) => explode(hunk, context));
    const combined =
      combineApart(group, hunks, context, dedupe) ?? combineApart(group, small, context, dedupe);
    if (combined !== undefined) return combined;
  }
  return mergeStatements(group, context);
}

function mayCombine<Tree>(hunks: readonly Hunk[], context: ItemContext<Tree>): boolean {
  const { three, combining } = context;
  if (combining.indented && hunks.some((hunk) => reindents(hunk, three))) return false;
  return mayStandBeside(hunks, context);
}

function combineApart<Tree>(
  group: Group,
  hunks: readonly Hunk[],
  context: ItemContext<Tree>,
  dedupe: boolean,
): readonly MergedLine[] | undefined {
  if (haveOverlap(hunks, context.three)) return undefined;
  return combineHunks(group, hunks, context, dedupe);
}
