import type { ConflictHunk } from './change.ts';
import { conflictsIn, markedLines } from './lines/markers.ts';
import { markEveryChange } from './lines/merge-lines.ts';
import type { Part } from './lines/merged.ts';
import { compareThree } from './lines/three.ts';
import { parseForm, plainLines, printForm } from './text-form.ts';

/** Where two texts differ, and both in one with markers. */
export interface TwoTexts {
  readonly hunks: readonly ConflictHunk[];
  readonly markers: string;
}

/** Shows two whole texts as conflicts: where they differ (no base), or the one against the other (with base). */
export function mergeTwo(mine: string, base: string | null, next: string): TwoTexts {
  const form = parseForm(mine).form;
  const [ofMine, ofNext] = [parseForm(mine).lines, plainLines(next)];
  const parts =
    base === null ? differing(ofMine, ofNext) : [wholeFile(ofMine, plainLines(base), ofNext)];
  return { hunks: conflictsIn(parts), markers: printForm({ form, lines: markedLines(parts) }) };
}

function differing(mine: readonly string[], next: readonly string[]): readonly Part[] {
  const keyed = (lines: readonly string[]) => ({ lines, keys: lines });
  const three = compareThree(keyed(mine), keyed(mine), keyed(next));
  if (three === undefined) return [wholeFile(mine, [], next)];
  return markEveryChange(three).map((part) =>
    'conflict' in part ? { conflict: { ...part.conflict, base: [] } } : part,
  );
}

/** The whole file as one conflict. */
export function wholeFile(
  mine: readonly string[],
  base: readonly string[],
  next: readonly string[],
): Part {
  return { conflict: { line: 1, mine, base, next } };
}
