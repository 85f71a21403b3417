import { diffArrays } from 'diff';

/**
 * The line of `one` that a person put elsewhere, or indented otherwise, in `other`: the only one that `other` lacks at
 * its place and that says the same. Undefined where there is none, or more than one. Counts from 1.
 */
export function findMoved(one: string, other: string, line: number): number | undefined {
  const [before, after] = [toKeys(one), toKeys(other)];
  const wanted = after[line - 1] ?? '';
  // Brackets and the like are everywhere: to find one again says nothing.
  if (!/\w/u.test(wanted)) return undefined;
  const found = missing(before, after).filter((at) => before[at - 1] === wanted);
  return found.length === 1 ? found[0] : undefined;
}

function missing(before: string[], after: string[]): readonly number[] {
  let at = 0;
  return diffArrays(before, after).flatMap(({ added, removed, count }) => {
    const lines = added ? [] : Array.from({ length: count }, (_, index) => at + index + 1);
    at += lines.length;
    return removed ? lines : [];
  });
}

function toKeys(text: string): string[] {
  return text.split('\n').map((one) => one.trim().replaceAll("'", '"'));
}
