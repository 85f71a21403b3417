import { toGroup, type Group } from '../lines/group.ts';
import type { JoinedGroup } from '../lines/merge-lines.ts';
import type { MergedLine } from '../lines/merged.ts';
import type { ItemContext } from './explode.ts';
import { mergeStatements } from './merge-statements.ts';

/**
 * Tries again what could not be joined, widened to whole statements: a list that goes over several lines is
 * merged by its items only when it is seen as a whole. Groups in the widened lines become part of one.
 */
export function widenGroups<Tree>(
  joined: readonly JoinedGroup[],
  context: ItemContext<Tree>,
): readonly JoinedGroup[] {
  const result: JoinedGroup[] = [];
  for (let at = 0; at < joined.length; at++) {
    const one = joined[at]!;
    const wide = one.lines === undefined ? widenGroup(at, joined, result, context) : undefined;
    if (wide === undefined) {
      result.push(one);
      continue;
    }
    result.splice(result.length - wide.before, wide.before, {
      group: wide.group,
      lines: wide.lines,
    });
    at += wide.after;
  }
  return result;
}

interface WideGroup {
  readonly group: Group;
  readonly lines: readonly MergedLine[];
  readonly before: number;
  readonly after: number;
}

function widenGroup<Tree>(
  at: number,
  joined: readonly JoinedGroup[],
  result: readonly JoinedGroup[],
  context: ItemContext<Tree>,
): WideGroup | undefined {
  const { three, trees, combining } = context;
  const { group } = joined[at]!;
  if (combining.widen === undefined) return undefined;
  const [start, end] = combining.widen(group.start, group.end, three.base.lines, trees.base);
  const isIn = (other: JoinedGroup) => other.group.start < end && other.group.end > start;
  const before = result.filter(isIn);
  const after = joined.slice(at + 1).filter(isIn);
  const hunks = [...before, joined[at]!, ...after].flatMap((one) => [
    ...one.group.mine,
    ...one.group.next,
  ]);
  const wide = toGroup(hunks);
  const all = { ...wide, start: Math.min(start, wide.start), end: Math.max(end, wide.end) };
  const lines = mergeStatements(all, context);
  return lines && { group: all, lines, before: before.length, after: after.length };
}
