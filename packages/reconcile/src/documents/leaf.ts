/** One value of a document and the way to it; items of lists go by what identifies them, not by position. */
export interface Leaf {
  readonly path: string;
  readonly value: string;
}

/** An item of a list without a name of its own. */
export const ANY = '[*]';

/** All values of a parsed document. */
export function leavesOf(value: unknown, path = ''): readonly Leaf[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [{ path, value: '[]' }];
    const requirements = /dependenc|requires$/i.test(path);
    return value.flatMap((item) => leavesOf(item, path + toStep(item, requirements)));
  }
  if (isMap(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return [{ path, value: '{}' }];
    return entries.flatMap(([key, inner]) => leavesOf(inner, `${path}/${key}`));
  }
  return [{ path, value: `${typeof value} ${String(value)}` }];
}

const REQUIREMENT = /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\]\s*)?(?:[<>=!~;@].*)?$/;
const NAMING = ['id', 'repo', 'name', 'include-group'];

/** The name of a requirement (`httpx[http2]>=0.28`), or undefined. */
export function findRequirementName(text: string): string | undefined {
  const name = REQUIREMENT.exec(text)?.[1];
  return name?.toLowerCase().replace(/[-_.]+/g, '-');
}

function toStep(item: unknown, requirements: boolean): string {
  if (typeof item === 'string' && (requirements || /[<>=!~]=/.test(item))) {
    const name = findRequirementName(item);
    if (name !== undefined) return `[requirement ${name}]`;
  }
  if (!isMap(item)) return ANY;
  const naming = NAMING.find((key) => typeof item[key] === 'string');
  return naming === undefined ? ANY : `[${naming}=${String(item[naming])}]`;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    value.constructor !== Date &&
    !isScalarObject(value)
  );
}

/** Dates of TOML are objects of a class of their own. */
function isScalarObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== null && !Array.isArray(value);
}
