import type { Three } from './three.ts';

/** A line of the result and where it comes from: `both` when unchanged, `blend` when made of both sides. */
export interface MergedLine {
  readonly text: string;
  readonly from: 'both' | 'mine' | 'next' | 'blend';
}

/** What stands where a person must decide. */
export interface ConflictPart {
  readonly line: number;
  readonly mine: readonly string[];
  readonly base: readonly string[];
  readonly next: readonly string[];
}

/** A stretch of the result: lines, or a conflict. */
export type Part = { readonly lines: readonly MergedLine[] } | { readonly conflict: ConflictPart };

/** These lines, all of one origin. */
export function mergedLines(
  texts: readonly string[],
  from: MergedLine['from'],
): readonly MergedLine[] {
  return texts.map((text) => ({ text, from }));
}

/**
 * The unchanged lines [start, end) of base. Unchanged means equal by key, so that the spelling is three-way
 * too: the user's where the user respelled it, else the generator's.
 */
export function unchangedLines(three: Three, start: number, end: number): readonly MergedLine[] {
  const lines: MergedLine[] = [];
  for (let index = start; index < end; index++) {
    const mine = three.mine.lines[three.mine.at[index]!]!;
    const respelled = mine !== three.base.lines[index];
    const text = respelled ? mine : three.next.lines[three.next.at[index]!]!;
    lines.push({ text, from: 'both' });
  }
  return lines;
}
