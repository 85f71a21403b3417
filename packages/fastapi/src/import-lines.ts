import type { CodeSymbol } from '@hut/render';
import { standardLibrary } from './standard-library.ts';

const width = 100;

/**
 * The import block of a Python file, as ruff's isort rules and ruff format have it: standard library,
 * packages, then the project; modules by name; constants before classes before the rest.
 * A line each, with an empty one between the sections.
 */
export function importLines(symbols: readonly CodeSymbol[]): readonly string[] {
  const sections = [0, 1, 2].map((section) =>
    sectionLines(symbols.filter((used) => sectionOf(used) === section)),
  );
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function sectionOf({ module }: CodeSymbol): number {
  const top = module.split('.')[0]!;
  if (standardLibrary.has(top)) return 0;
  return /^(app|tests)$/.test(top) ? 2 : 1;
}

function sectionLines(symbols: readonly CodeSymbol[]): readonly string[] {
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

function compareNames(a: string, b: string): number {
  return rank(a) - rank(b) || compareNatural(a, b);
}

/** isort's order-by-type: CONSTANT, Class, function. */
function rank(name: string): number {
  if (/^[A-Z][A-Z0-9_]+$/.test(name)) return 0;
  return /^[A-Z]/.test(name) ? 1 : 2;
}

const collator = new Intl.Collator('en', { numeric: true, caseFirst: 'upper' });

function compareNatural(a: string, b: string): number {
  return collator.compare(a, b);
}
