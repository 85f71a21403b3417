/** Lines that both texts have once, in the order that most of them keep: pairs of positions. */
export function findAnchors(
  base: readonly string[],
  other: readonly string[],
): readonly (readonly [number, number])[] {
  const [was, is] = [placesOfUnique(base), placesOfUnique(other)];
  const pairs = [...was].flatMap(([line, at]) => {
    const to = is.get(line);
    return to === undefined || line.trim() === '' ? [] : [[at, to] as const];
  });
  return longestRising(pairs);
}

function placesOfUnique(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  lines.forEach((line, index) => {
    if (places.has(line)) twice.add(line);
    places.set(line, index);
  });
  for (const line of twice) places.delete(line);
  return places;
}

/** The longest row of pairs that rises in both positions; they come sorted by the first. */
function longestRising(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, to], index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < to) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const rising: (readonly [number, number])[] = [];
  for (let at = tails.at(-1) ?? -1; at !== -1; at = before[at]!) rising.push(pairs[at]!);
  return rising.reverse();
}
