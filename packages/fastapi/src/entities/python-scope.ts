import type { CodeSymbol } from '@hut/render';
import { importLines, type WholeModule } from '../import-lines.ts';

/** The names that one Python file uses from elsewhere: what is used is imported, and nothing else. */
export interface PythonScope {
  /** The name under which the file knows `name` of `module`: the wanted one, unless it is taken. */
  readonly use: (module: string, name: string, wanted?: string) => string;
  /** The name under which the file knows a whole module. */
  readonly useModule: (module: string, as?: string) => string;
  /** Puts the names of the file's own imports into code that was written with the usual ones. */
  readonly rename: (code: string, symbols: readonly CodeSymbol[]) => string;
  /** The names of a module that were used. */
  readonly usedOf: (module: string) => readonly string[];
  /** The import block, a line each, once everything was used. */
  readonly imports: () => readonly string[];
}

/**
 * A scope for one file. `taken` are the names that the file gives itself: fields hide what stands under the same
 * name in a class body, so an import of that name gets an underscore behind it.
 */
export function openScope(
  taken: Iterable<string>,
  spell: (name: string) => string = (name) => name,
): PythonScope {
  const names = new Map<string, string>();
  const owners = new Map([...taken].map((name) => [name, 'the file']));
  const symbols: CodeSymbol[] = [];
  const modules = new Set<string>();

  const claim = (key: string, wanted: string): string => {
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = owners.has(wanted) ? freeName(wanted, owners) : wanted;
    names.set(key, name);
    owners.set(name, key);
    return name;
  };
  const use = (module: string, name: string, wanted = spell(name)): string => {
    const key = `${module}.${name}`;
    const isKnown = names.has(key);
    const as = claim(key, wanted);
    if (!isKnown) symbols.push(as === name ? { module, name } : { module, name, as });
    return as;
  };
  const useModule = (module: string, wanted = module): string => {
    const as = claim(module, wanted);
    modules.add(as === module ? `import ${module}` : `import ${module} as ${as}`);
    return as;
  };
  const rename = (code: string, used: readonly CodeSymbol[]): string =>
    used.reduce((text, { module, name }) => {
      const as = use(module, name);
      return as === name ? text : text.replace(new RegExp(`\\b${name}\\b`, 'gu'), as);
    }, code);
  return {
    use,
    useModule,
    rename,
    usedOf: (module) => symbols.filter((used) => used.module === module).map(({ name }) => name),
    imports: () => importLines(symbols, [...modules].sort().map(toWholeModule)),
  };
}

/** A scope for one file of tests: pytest would take a class called TestCase for tests, so it gets an underscore. */
export function openTestScope(taken: Iterable<string>): PythonScope {
  return openScope(taken, (name) => name.replace(/^Test/u, '_Test'));
}

function freeName(wanted: string, owners: ReadonlyMap<string, string>): string {
  return owners.has(`${wanted}_`) ? freeName(`${wanted}_`, owners) : `${wanted}_`;
}

function toWholeModule(line: string): WholeModule {
  return { module: line.split(' ')[1]!, line };
}
