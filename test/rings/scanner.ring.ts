/**
 * The layout scanner over every Python file that there is: what CPython compiles, it must accept. PYTHONS names more
 * interpreters than python3 and those of the environments in .cache.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { scanPython } from '../../packages/reconcile/src/python/statement.ts';

const truth = join(process.cwd(), 'packages/reconcile/scripts/python-truth.py');

function runPython(python: string, words: readonly string[], input = ''): readonly string[] {
  const options = { input, maxBuffer: 1 << 30, encoding: 'utf8' } as const;
  return execFileSync(python, [truth, ...words], options)
    .split('\n')
    .filter(Boolean);
}

/** The interpreters of the environments that the tests have made so far. */
function environments(): readonly string[] {
  const cache = join(process.cwd(), '.cache');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .flatMap((name) => ['bin/python', 'oracle/bin/python'].map((path) => join(cache, name, path)))
    .filter((path) => existsSync(path));
}

/** A text as a merge sees it: no mark, plain line ends; undefined where it is no UTF-8. */
function readText(path: string): string | undefined {
  try {
    const text = new TextDecoder('utf8', { fatal: true }).decode(readFileSync(path));
    return text.replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

/** Of these files, those that the scanner refuses though they compile, with its reason. */
function falseAlarms(python: string, paths: readonly string[]): readonly string[] {
  const refused = paths.flatMap((path) => {
    const text = readText(path);
    const scan = text === undefined ? undefined : scanPython(text);
    return text === undefined || scan?.ok !== false ? [] : [{ path, text, why: scan.reason }];
  });
  if (refused.length === 0) return [];
  const texts = refused.map(({ text }) => text);
  const compiles = JSON.parse(
    runPython(python, ['--judge'], `${JSON.stringify(texts)}\n`)[0]!,
  ) as readonly boolean[];
  return refused.flatMap(({ path, why }, at) => (compiles[at] ? [`${path}: ${why}`] : []));
}

describe('the layout scanner', () => {
  it('accepts every file of the interpreters and of all installed packages that compiles', () => {
    const pythons = ['python3', ...environments(), ...(process.env.PYTHONS?.split(',') ?? [])];
    const seen = new Set<string>();
    const alarms = pythons.flatMap((python) => {
      const paths = runPython(python, ['--files']).map((path) => realpathSync(path));
      const fresh = paths.filter((path) => !seen.has(path));
      for (const path of fresh) seen.add(path);
      return falseAlarms(python, fresh);
    });
    process.stdout.write(
      `scanner: ${seen.size} files of ${pythons.length} interpreters, ${alarms.length} false alarms\n`,
    );
    expect(alarms).toEqual([]);
    expect(seen.size).toBeGreaterThan(1000);
  });

  it('accepts every file of the samples', () => {
    const folder = join(process.cwd(), 'samples');
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const broken = paths
      .filter((path) => path.endsWith('.py'))
      .filter((path) => !scanPython(readFileSync(join(folder, path), 'utf8')).ok);
    expect(broken).toEqual([]);
  });
});
