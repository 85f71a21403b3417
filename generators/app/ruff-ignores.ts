import { PYTHON_VERSIONS, type Blueprint } from '@hut/blueprint';

type Version = (typeof PYTHON_VERSIONS)[number];

/** Rules that ask for what older versions lack: what is rendered reads alike on every version. */
const RULES: readonly (readonly [from: Version, code: string, why: string])[] = [
  ['3.14', 'UP037', 'Relations name models that are imported for types alone.'],
  ['3.12', 'UP046', 'Generic classes read alike on every Python.'],
  ['3.12', 'UP047', ''],
];

/** The lines of pyproject.toml that switch off rules of ruff which a lowest version of Python brings. */
export function toRuffIgnores({ python }: Pick<Blueprint, 'python'>): readonly string[] {
  const isNeeded = (from: Version): boolean =>
    PYTHON_VERSIONS.indexOf(from) <= PYTHON_VERSIONS.indexOf(python as Version);
  return RULES.filter(([from]) => isNeeded(from)).map(
    ([, code, why]) => `"${code}",${why === '' ? '' : ` # ${why}`}`,
  );
}
