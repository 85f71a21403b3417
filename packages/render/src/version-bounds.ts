interface Bound {
  readonly operator: string;
  readonly version: string;
}

/**
 * The bounds that satisfy both, in PEP 440 form: the highest `>=`, the lowest `<`, all others kept.
 * Undefined when no version can satisfy them.
 */
export function meetBounds(first: string, second: string): string | undefined {
  const bounds = [...parseBounds(first), ...parseBounds(second)];
  const lower = highest(bounds.filter(({ operator }) => operator === '>='));
  const upper = highest(
    bounds.filter(({ operator }) => operator === '<'),
    -1,
  );
  if (lower && upper && compareVersions(lower.version, upper.version) >= 0) return undefined;
  const others = bounds.filter(({ operator }) => operator !== '>=' && operator !== '<');
  const kept = [lower, upper, ...others].filter((bound) => bound !== undefined);
  return [...new Set(kept.map(({ operator, version }) => operator + version))].join(',');
}

function parseBounds(text: string): readonly Bound[] {
  const parts = text.split(',').filter((part) => part !== '');
  return parts.map((part) => {
    const [, operator, version] = /^\s*([<>=!~]+)\s*(.+?)\s*$/.exec(part)!;
    return { operator: operator!, version: version! };
  });
}

function highest(bounds: readonly Bound[], sign: 1 | -1 = 1): Bound | undefined {
  return [...bounds].sort((a, b) => sign * compareVersions(b.version, a.version))[0];
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [
    number[],
    number[],
  ];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
