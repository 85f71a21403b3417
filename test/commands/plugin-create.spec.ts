/** `hut plugin create`: the package that it makes, and what it refuses. That its tests pass, the ring over the guide says. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hutHere } from './hut-here.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'hut-create-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const filesBelow = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
const filesOf = (id: string, module: string): readonly string[] => {
  const generator = `generators/${id}`;
  const templates = `${generator}/templates/fastapi/all`;
  return [
    '.gitignore',
    'README.md',
    'generators/app/index.js',
    `${generator}/${id}.js`,
    `${generator}/${id}.test.js`,
    `${generator}/index.js`,
    `${templates}/@middleware/${module}_header.py.ejs`,
    `${templates}/@tests/test_${module}_header.py.ejs`,
    'index.js',
    'package.json',
  ].sort();
};

describe('hut plugin create', () => {
  it('makes a package with the anatomy of one, and says what to run', async () => {
    const { exitCode, stdout, stderr } = await hutHere('plugin create rate-card', folder);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Created (10)');
    expect(stdout).toMatch(
      /\n {2}cd generator-hut-rate-card\n {2}npm link generator-hut .*\n {2}npm test /,
    );
    expect(readdirSync(folder)).toEqual(['generator-hut-rate-card']);
    const root = join(folder, 'generator-hut-rate-card');
    expect(filesBelow(root)).toEqual(filesOf('rate-card', 'rate_card'));
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).toMatchObject({
      name: 'generator-hut-rate-card',
      version: '0.1.0',
      main: 'index.js',
      hut: { kit: 1 },
      peerDependencies: { 'generator-hut': '*' },
      scripts: { test: 'node --test' },
    });
  });

  it('leaves no word of the package that it is made from', async () => {
    await hutHere('plugin create @acme/rate-card', folder);
    const root = join(folder, '@acme/generator-hut-rate-card');
    const text = filesBelow(root)
      .map((path) => readFileSync(join(root, path), 'utf8'))
      .join('\n');
    expect(text).not.toMatch(/my.?own/i);
    for (const form of [
      'hut plugin add @acme/generator-hut-rate-card\n',
      'yo @acme/hut-rate-card --header',
      "id: 'rate-card'",
      'RATE_CARD_HEADER',
      'class RateCardHeaderMiddleware:',
      "text('X-Rate-Card'",
    ])
      expect(text).toContain(form);
  });

  it('takes an empty folder, and one of -C', async () => {
    mkdirSync(join(folder, 'packages/generator-hut-cache'), { recursive: true });
    expect(await hutHere('plugin create cache -C packages', folder)).toMatchObject({ exitCode: 0 });
    expect(readdirSync(join(folder, 'packages'))).toEqual(['generator-hut-cache']);
    expect(filesBelow(join(folder, 'packages/generator-hut-cache'))).toEqual(
      filesOf('cache', 'cache'),
    );
  });

  it('shows all of it and writes nothing when it is a dry run, or planned', async () => {
    const shown = await hutHere('plugin create cache --dry-run', folder);
    expect(shown).toMatchObject({ exitCode: 0 });
    expect(shown.stdout).toMatch(/^This would be written:\nCreated \(10\)\n/);
    const { stdout } = await hutHere('plugin create cache --dry-run=json', folder);
    expect(JSON.parse(stdout)).toMatchObject({ name: 'generator-hut-cache', written: false });
    const diff = await hutHere('plugin create cache --dry-run=diff', folder);
    expect(diff.stdout).toContain('+  "name": "generator-hut-cache",');
    expect(await hutHere('plugin create cache --check', folder)).toMatchObject({ exitCode: 1 });
    expect(await hutHere('plan plugin create cache', folder)).toMatchObject({ exitCode: 3 });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('prints one document with --json', async () => {
    const { stdout } = await hutHere('plugin create cache --json', folder);
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'hut plugin create generator-hut-cache',
      written: true,
      exitCode: 0,
    });
  });

  it.each([
    ['Cache', '"Cache" can be no package of generators'],
    ['../cache', '"../cache" can be no package of generators'],
    ['auth', 'hut has a generator called auth already'],
    ['generator-hut-resource', 'hut has a generator called resource already'],
  ])('refuses the name %s', async (name, message) => {
    const { exitCode, stderr } = await hutHere(['plugin', 'create', name], folder);
    expect({ exitCode, message: stderr.split('\n')[0] }).toEqual({ exitCode: 3, message });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a folder that holds something, even a hidden file', async () => {
    const root = join(folder, 'generator-hut-cache');
    mkdirSync(root);
    writeFileSync(join(root, '.npmrc'), 'mine\n');
    const { exitCode, stderr } = await hutHere('plugin create cache', folder);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('is not empty: it has .npmrc') as string,
    });
    expect(filesBelow(folder)).toEqual(['generator-hut-cache/.npmrc']);
  });

  it('writes nothing where a file stands in the way', async () => {
    writeFileSync(join(folder, 'generator-hut-cache'), 'mine\n');
    writeFileSync(join(folder, '@acme'), 'mine\n');
    for (const name of ['cache', '@acme/cache'])
      expect(await hutHere(['plugin', 'create', name], folder)).toMatchObject({ exitCode: 3 });
    expect(filesBelow(folder)).toEqual(['@acme', 'generator-hut-cache']);
    expect(existsSync(join(folder, '@acme/generator-hut-cache'))).toBe(false);
  });
});
