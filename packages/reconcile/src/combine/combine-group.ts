import type { Group } from '../lines/group.ts';
import type { MergedLine } from '../lines/merged.ts';
import { combineHunks } from './combine-hunks.ts';
import { explode, type ItemContext } from './explode.ts';
import { mergeStatements } from './merge-statements.ts';
import { haveOverlap } from './overlap.ts';

/** Joins hunks that touch:  as they are  ->  item by item  ->  inside one statement  ->  undefined, a conflict. */
export function combineGroup<Tree>(
  group: Group,
  context: ItemContext<Tree>,
  dedupe: boolean,
): readonly MergedLine[] | undefined {
  const hunks = [...group.mine, ...group.next];
  if (!haveOverlap(hunks, context.three)) {
    const combined = combineHunks(group, hunks, context, dedupe);
    if (combined !== undefined) return combined;
  }
  const small = hunks.flatMap((hunk) => explode(hunk, context));
  if (small.length > hunks.length && !haveOverlap(small, context.three)) {
    const combined = combineHunks(group, small, context, dedupe);
    if (combined !== undefined) return combined;
  }
  return mergeStatements(group, context);
}
