import type { CodeSymbol } from '@hut/render';
import { compareImported, compareModules } from './python-order.ts';
import { standardLibrary } from './standard-library.ts';
import { LINE_WIDTH } from './line-width.ts';

/**
 * The import block of a Python file, as ruff's isort rules and ruff format have it: standard library,
 * packages, then the project; modules by name; constants before classes before the rest; what is imported
 * under another name on a line of its own. A line each, with an empty one between the sections.
 */
export function importLines(
  symbols: readonly CodeSymbol[],
  modules: readonly WholeModule[] = [],
): readonly string[] {
  const sections = [0, 1, 2].map((section) => [
    ...modules.filter(({ module }) => sectionOf(module) === section).map(({ line }) => line),
    ...sectionLines(symbols.filter(({ module }) => sectionOf(module) === section)),
  ]);
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** A module that is imported as a whole: its line stands before those of names, in the order given. */
export interface WholeModule {
  readonly module: string;
  readonly line: string;
}

/** Asked for every name of every file. */
const sections = new Map<string, number>();

function sectionOf(module: string): number {
  const known = sections.get(module) ?? findSection(module.split('.')[0]!);
  sections.set(module, known);
  return known;
}

function findSection(top: string): number {
  if (standardLibrary.has(top)) return 0;
  return /^(app|tests)$/.test(top) ? 2 : 1;
}

function sectionLines(symbols: readonly CodeSymbol[]): readonly string[] {
  const byModule = new Map<string, CodeSymbol[]>();
  for (const symbol of symbols) {
    const used = byModule.get(symbol.module);
    if (used === undefined) byModule.set(symbol.module, [symbol]);
    else used.push(symbol);
  }
  const modules = [...byModule].sort(([a], [b]) => compareModules(a, b));
  return modules.flatMap(([module, used]) => {
    const names = sortUnique(used.filter(({ as }) => as === undefined).map(({ name }) => name));
    const renamed = sortUnique(
      used.flatMap(({ name, as }) => (as === undefined ? [] : [`${name} as ${as}`])),
    );
    const lines = [...(names.length === 0 ? [] : [names]), ...renamed.map((name) => [name])];
    return lines
      .sort(([a = ''], [b = '']) => compareImported(wordOf(a), wordOf(b)))
      .map((line) => importLine(module, line));
  });
}

/** The name that an import line is sorted by. */
function wordOf(name: string): string {
  return name.split(' ')[0]!;
}

function sortUnique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort(compareImported);
}

function importLine(module: string, names: readonly string[]): string {
  const line = `from ${module} import ${names.join(', ')}`;
  return line.length <= LINE_WIDTH
    ? line
    : `from ${module} import (\n    ${names.join(',\n    ')},\n)`;
}
