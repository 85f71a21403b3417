/** Two exact versions in, their order out as a comparison says it: below zero when the left one is the older. */
export function compareVersions(left: string, right: string): number {
  const [one, other] = [parse(left), parse(right)];
  return compareParts(one.release, other.release) || comparePreview(one.preview, other.preview);
}

interface Version {
  readonly release: readonly string[];
  /** Empty for a release. */
  readonly preview: readonly string[];
}

/** What stands behind a plus says how it was built, and nothing about the order. */
function parse(version: string): Version {
  const [, release = '', preview] = /^([^-+]*)(?:-([^+]*))?/.exec(version)!;
  return { release: release.split('.'), preview: preview?.split('.') ?? [] };
}

/** A preview comes before its release. */
function comparePreview(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return right.length - left.length;
  return compareParts(left, right);
}

function compareParts(left: readonly string[], right: readonly string[]): number {
  const at = left.findIndex((part, index) => part !== right[index]);
  if (at === -1) return left.length - right.length;
  return right[at] === undefined ? 1 : comparePart(left[at]!, right[at]);
}

/** Numbers by value and before words, as semantic versions have it. */
function comparePart(left: string, right: string): number {
  const [isNumber, isOther] = [left, right].map((part) => /^\d+$/.test(part));
  if (isNumber && isOther) return Number(left) - Number(right);
  if (isNumber !== isOther) return isNumber ? -1 : 1;
  return left < right ? -1 : 1;
}
