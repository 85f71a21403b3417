import type { Hunk } from '../lines/hunk.ts';
import type { Three } from '../lines/three.ts';

/** True when a hunk gives lines another indentation: what the other side adds beside them has lost its block. */
export function reindents({ side, start, end, from, to }: Hunk, three: Three): boolean {
  const old = new Map(
    three.base.lines.slice(start, end).map((line) => [line.trim(), line.trimEnd()]),
  );
  return three[side].lines.slice(from, to).some((line) => {
    const was = line.trim() === '' ? undefined : old.get(line.trim());
    return was !== undefined && was !== line.trimEnd();
  });
}
