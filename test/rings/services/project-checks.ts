import type { InstalledProject } from './installed-project.ts';

type Check = readonly [sentence: string, check: (project: InstalledProject) => void];

/** What every project passes, whatever is in it and on each database: what its own CI would run. */
export const projectChecks: readonly Check[] = [
  ['passes ruff check, ruff format and mypy --strict', checkStyle],
  ['migrates up, has no drift, migrates down and up again', migrate],
  ['passes its own tests with warnings as errors', runOwnTests],
];

function checkStyle({ tool }: InstalledProject): void {
  tool('ruff', 'check', '.');
  tool('ruff', 'format', '--check', '.');
  tool('mypy');
}

function migrate({ python }: InstalledProject): void {
  const steps = [['upgrade', 'head'], ['check'], ['downgrade', 'base'], ['upgrade', 'head']];
  for (const step of steps) python('-m', 'alembic', ...step);
}

function runOwnTests({ python }: InstalledProject): void {
  expect(python('-m', 'pytest', '-W', 'error', '-q')).toMatch(/\d+ passed/);
}
