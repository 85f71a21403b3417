/** The package as a user gets it: packed, installed into an empty folder, run by another user than root. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBuiltHut, runTool } from '@hut/testing';

const minutes = 60_000;
const checkout = process.cwd();
const isRoot = process.getuid?.() === 0;

describe('the packed package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hut-packed-'));
  const prefix = join(folder, 'prefix');
  const home = join(folder, 'home');
  const installed = join(prefix, 'node_modules', 'generator-hut');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(() => {
    requireBuiltHut();
    for (const path of [prefix, home]) mkdirSync(path);
    const packed = execFileSync(
      'npm',
      ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder],
      { cwd: checkout, encoding: 'utf8' },
    ).trim();
    writeFileSync(join(prefix, 'package.json'), '{ "private": true, "type": "module" }');
    runTool(
      'npm',
      [
        'install',
        '--no-audit',
        '--no-fund',
        '--ignore-scripts',
        '--prefer-offline',
        join(folder, packed),
      ],
      prefix,
      'apt-get install npm',
    );
    chmodSync(folder, 0o755);
    if (isRoot) chownSync(home, 1000, 1000);
  }, 5 * minutes);

  /** Runs as a user without rights, because yo changes its user when it is root. */
  function asUser(
    program: string,
    args: readonly string[],
  ): { status: number | null; output: string } {
    const other = isRoot ? ['setpriv', '--reuid=1000', '--regid=1000', '--clear-groups'] : [];
    const [first, ...rest] = [...other, program, ...args];
    const { status, stdout, stderr } = spawnSync(first!, rest, {
      cwd: home,
      encoding: 'utf8',
      input: '',
      env: { ...process.env, HOME: home, NODE_PATH: join(prefix, 'node_modules') },
    });
    return { status, output: stdout + stderr };
  }

  function files(root: string): Record<string, string> {
    const paths = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter((path) => !/^\.(git|hut\/runs)\//.test(path));
    return Object.fromEntries(
      paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]),
    );
  }

  it('holds the command, the doors, the public API with its types, and nothing of the sources', () => {
    const held = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    for (const path of [
      'dist/hut.cjs',
      'dist/generators/app/index.js',
      'dist/kit.d.ts',
      'dist/testing.d.ts',
      'README.md',
      'THIRD_PARTY.md',
    ])
      expect(held).toContain(path);
    expect(held.filter((path) => /\.ts$/.test(path) && !/\.d\.ts$/.test(path))).toEqual([]);
    expect(existsSync(join(prefix, 'node_modules', '@hut'))).toBe(false);
  });

  it(
    'makes the same project through hut and through yo',
    () => {
      const hut = asUser(join(prefix, 'node_modules', '.bin', 'hut'), [
        'build',
        'one/shop',
        '--yes',
        '--no-install',
      ]);
      expect(hut).toMatchObject({ status: 0 });
      const yo = asUser(join(checkout, 'node_modules', '.bin', 'yo'), [
        'hut',
        'two/shop',
        '--yes',
        '--skip-install',
      ]);
      expect(yo).toMatchObject({ status: 0 });
      expect(files(join(home, 'two/shop'))).toEqual(files(join(home, 'one/shop')));
    },
    minutes,
  );

  it(
    'has a public API that another package compiles and runs against',
    () => {
      const spec = [
        "import { defineGenerator, dependency } from 'generator-hut/kit';",
        "import { openTestProject } from 'generator-hut/testing';",
        "const cache = defineGenerator({ id: 'cache', summary: 'A cache', feature: true, contribute: () => [dependency('redis', '>=6')] });",
        'const project = openTestProject([{ definition: cache, templates: {} }]);',
        'const report: { written: boolean } = await project.hut({ features: { cache: {} } });',
        "console.log(cache.id, report.written, project.read('hut.yaml').includes('cache: {}'));",
        'project.remove();',
      ];
      writeFileSync(join(prefix, 'outsider.ts'), spec.join('\n'));
      writeFileSync(
        join(prefix, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            module: 'nodenext',
            target: 'es2023',
            strict: true,
            skipLibCheck: false,
            outDir: 'out',
            types: ['node'],
          },
          files: ['outsider.ts'],
        }),
      );
      mkdirSync(join(prefix, 'node_modules', '@types'), { recursive: true });
      if (!existsSync(join(prefix, 'node_modules/@types/node')))
        symlinkSync(
          join(checkout, 'node_modules/@types/node'),
          join(prefix, 'node_modules/@types/node'),
        );
      runTool(join(checkout, 'node_modules/.bin/tsc'), ['-p', prefix], prefix);
      expect(runTool(process.execPath, ['out/outsider.js'], prefix)).toBe('cache true true\n');
    },
    minutes,
  );
});
