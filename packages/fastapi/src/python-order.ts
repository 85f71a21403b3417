/** Order of modules in an import block, as ruff's isort rules have it. */
export function compareModules(a: string, b: string): number {
  return compareNatural(a.toLowerCase(), b.toLowerCase()) || compareNatural(a, b);
}

/** Order of the names that one import line has: CONSTANT, Class, function. */
export function compareImported(a: string, b: string): number {
  return rank(a) - rank(b) || compareModules(a, b);
}

/** Order of the names in `__all__`, as ruff's RUF022 has it: the same ranks, capitals first. */
export function compareExported(a: string, b: string): number {
  return rank(a) - rank(b) || compareNatural(a, b);
}

function rank(name: string): number {
  if (/^[A-Z][A-Z0-9_]+$/.test(name)) return 0;
  return /^[A-Z]/.test(name) ? 1 : 2;
}

/** By code unit, digits by their number. */
function compareNatural(a: string, b: string): number {
  if (a === b) return 0;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  // Most names differ in a letter: only where digits meet does a number have to be read.
  const near = a.slice(Math.max(0, same - 1), same + 1) + b.slice(same, same + 1);
  return /\d/.test(near) ? compareParts(a, b) : compareUnits(a.charAt(same), b.charAt(same));
}

function compareParts(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = comparePart(left[index]!, right[index]!);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function partsOf(text: string): readonly string[] {
  return text.match(/\d+|\D/g) ?? [];
}

function comparePart(a: string, b: string): number {
  const areNumbers = /^[1-9]/.test(a) && /^[1-9]/.test(b);
  if (areNumbers && a.length !== b.length) return a.length - b.length;
  return compareUnits(a, b);
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
