import { mergeItems, type ItemsContext } from '../items/merge-items.ts';
import type { Group } from '../lines/group.ts';
import { mergedLines, type MergedLine } from '../lines/merged.ts';
import { linesOf } from '../lines/three.ts';
import type { ItemContext } from './explode.ts';

const USUAL_LIMIT = 100;
const WIDEST_LIMIT = 120;

/** Merges a group statement by statement where all three have the same number of them; undefined where that fails. */
export function mergeStatements<Tree>(
  group: Group,
  { three, combining }: ItemContext<Tree>,
): readonly MergedLine[] | undefined {
  const { splitStatements, dialect } = combining;
  if (splitStatements === undefined || dialect === undefined) return undefined;
  const base = splitStatements(three.base.lines.slice(group.start, group.end));
  const mine = splitStatements(linesOf(three, 'mine', group));
  const next = splitStatements(linesOf(three, 'next', group));
  if (base === undefined || mine === undefined || next === undefined) return undefined;
  if (base.length !== mine.length || base.length !== next.length) return undefined;
  const context: ItemsContext = { dialect, limit: limitOf(three.base.lines) };
  const merged: string[] = [];
  for (const [index, statement] of base.entries()) {
    const text = mergeItems(statement, mine[index]!, next[index]!, context);
    if (text === undefined) return undefined;
    if (text !== '') merged.push(...text.split('\n'));
  }
  return mergedLines(merged, 'blend');
}

/** How long a line may get: as long as the generator's longest, within reason. */
function limitOf(lines: readonly string[]): number {
  const longest = lines.reduce((width, line) => Math.max(width, line.length), USUAL_LIMIT);
  return Math.min(longest, WIDEST_LIMIT);
}
