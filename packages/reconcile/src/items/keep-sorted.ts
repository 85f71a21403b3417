type Order = (one: string, other: string) => number;

const byCode: Order = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** The orders that import sorters and people use: constants before classes before the rest, by code, without case. */
const ORDERS: readonly Order[] = [
  (one, other) => rankOf(one) - rankOf(other) || byCode(one, other),
  byCode,
  (one, other) => byCode(one.toLowerCase(), other.toLowerCase()),
];

/** Sorts names when both sides had ofNext sorted, in the order that both kept. */
export function keepSorted(
  items: readonly string[],
  mine: readonly string[],
  next: readonly string[],
): readonly string[] {
  if (![...items, ...mine, ...next].every((item) => /^["']?[\w.]+["']?$/.test(item))) return items;
  if (mine.length < 2 && next.length < 2) return items;
  const order = ORDERS.find((candidate) => [mine, next].every((list) => isSorted(list, candidate)));
  return order === undefined ? items : [...items].sort(order);
}

function isSorted(items: readonly string[], order: Order): boolean {
  return items.every((item, index) => index === 0 || order(items[index - 1]!, item) <= 0);
}

function rankOf(name: string): number {
  const word = name.replace(/["']/g, '');
  if (/^[A-Z][A-Z0-9_]+$/.test(word)) return 0;
  return /^[A-Z]/.test(word) ? 1 : 2;
}
