import { diffArrays } from 'diff';

/** The line of `one` that is the given line of `other`, by their difference; undefined when it is only there. Counts from 1. */
export function findLine(one: string, other: string, line: number): number | undefined {
  let [ofOne, ofOther] = [0, 0];
  for (const { added, removed, count } of diffArrays(toKeys(one), toKeys(other))) {
    if (removed) ofOne += count;
    else if (added) ofOther += count;
    else {
      if (line > ofOther && line <= ofOther + count) return ofOne + line - ofOther;
      ofOne += count;
      ofOther += count;
    }
    if (line <= ofOther) return undefined;
  }
  return undefined;
}

/** Blanks at the end and the way to quote are nobody's line. */
function toKeys(text: string): string[] {
  return text.split('\n').map((one) => one.trimEnd().replaceAll("'", '"'));
}
