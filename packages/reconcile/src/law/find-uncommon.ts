/**
 * The places of what not all texts have as often; what all have counts for nothing, and of most files a handful of
 * statements is left. Of equal things the first ones are those in common.
 */
export function findUncommon(
  texts: readonly (readonly string[])[],
): readonly (readonly number[])[] {
  const ids = new Map<string, number>();
  const rows = texts.map((things) => things.map((thing) => toId(ids, thing)));
  const common = rows
    .map((row) => countIds(row, ids.size))
    .reduce((least, counts) => least.map((count, id) => Math.min(count, counts[id]!)));
  return rows.map((row) => {
    const left = common.slice();
    return row.flatMap((id, place) => (left[id]!-- > 0 ? [] : [place]));
  });
}

function toId(ids: Map<string, number>, thing: string): number {
  const id = ids.get(thing) ?? ids.size;
  if (id === ids.size) ids.set(thing, id);
  return id;
}

function countIds(row: readonly number[], size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const id of row) counts[id]!++;
  return counts;
}
