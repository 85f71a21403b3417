import type { CodeSymbol } from '@hut/render';

const width = 100;

/**
 * The `from module import names` lines of one import section, sorted and wrapped as ruff's isort rules and
 * ruff format do: modules by name, constants before classes before the rest, one name a line past 100 columns.
 */
export function importLines(symbols: readonly CodeSymbol[]): readonly string[] {
  const modules = [...new Set(symbols.map(({ module }) => module))].sort(compareNatural);
  return modules.map((module) => {
    const names = symbols.filter((used) => used.module === module).map(({ name }) => name);
    return importLine(module, [...new Set(names)].sort(compareNames));
  });
}

function importLine(module: string, names: readonly string[]): string {
  const line = `from ${module} import ${names.join(', ')}`;
  return line.length <= width ? line : `from ${module} import (\n    ${names.join(',\n    ')},\n)`;
}

/** isort's order-by-type: CONSTANT, Class, function. */
function rank(name: string): number {
  if (/^[A-Z0-9_]+$/.test(name) && name.length > 1) return 0;
  return /^[A-Z]/.test(name) ? 1 : 2;
}

function compareNames(a: string, b: string): number {
  return rank(a) - rank(b) || compareNatural(a, b);
}

const collator = new Intl.Collator('en', { numeric: true, caseFirst: 'upper' });

function compareNatural(a: string, b: string): number {
  return collator.compare(a, b);
}
