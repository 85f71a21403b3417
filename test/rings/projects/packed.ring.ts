/** The package as a user gets it: packed, installed into an empty folder, run by another user than root. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runTool } from '@hut/testing';
import { installPacked, type PackedInstall } from '../packed-install.ts';

const minutes = 60_000;
const checkout = process.cwd();

describe('the packed package', () => {
  let packed: PackedInstall;
  beforeAll(() => {
    packed = installPacked();
  }, 5 * minutes);
  afterAll(() => packed.remove());

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
    const installed = join(packed.prefix, 'node_modules', 'generator-hut');
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
    expect(existsSync(join(packed.prefix, 'node_modules', '@hut'))).toBe(false);
  });

  it(
    'makes the same project through hut and through yo',
    () => {
      const quick = ['--yes', '--no-install'];
      expect(packed.hut(['build', 'one/shop', ...quick])).toMatchObject({ status: 0 });
      expect(packed.yo(['hut', 'two/shop', ...quick])).toMatchObject({ status: 0 });
      const { home } = packed;
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
      const { prefix } = packed;
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
