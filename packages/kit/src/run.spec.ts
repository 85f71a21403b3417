import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dependency, dependencyKind, ignore, ignoreKind, secret } from '@hut/render';
import { compileTemplate } from '@hut/render/compile';
import { openTestProject, type TestProject } from '@hut/testing';
import { defineGenerator } from './define-generator.ts';
import type { Lookup } from './lookup.ts';
import { choice, type Values } from './option.ts';
import type { Report } from './report.ts';
import type { ConflictPolicy } from './settle.ts';

/** A project of two files, and a feature that adds to both. */
const site = defineGenerator({
  id: 'site',
  summary: 'A site',
  command: 'build',
  isActive: () => true,
  contribute: ({ blueprint, files }) => [
    ignore('*.log'),
    secret('secret_key', { doc: 'Signs what must not be changed' }),
    ...files('all', (assembled) => ({
      name: blueprint.name,
      ignores: assembled.of(ignoreKind).map(({ pattern }) => pattern),
      dependencies: assembled.of(dependencyKind).map(({ name }) => name),
    })),
  ],
});

const cache = defineGenerator({
  id: 'cache',
  summary: 'A cache',
  feature: true,
  options: { backend: choice(['redis', 'memory'], 'redis', 'Where it is kept') },
  contribute: ({ options, files }) => [
    dependency('redis', '>=6'),
    ignore('dump.rdb'),
    ...files('all', () => ({ backend: options.backend })),
  ],
});

const templates = (texts: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, compileTemplate(text, path)]),
  );

const lookup: Lookup = [
  {
    definition: site,
    templates: templates({
      'fastapi/all/.gitignore':
        '<% for (const ignore of view.ignores) { -%>\n<%- ignore %>\n<% } -%>\n',
      'fastapi/all/app.py':
        '"""The site <%- view.name %>."""\n\nNEEDS = [\n<% for (const name of view.dependencies) { -%>\n    "<%- name %>",\n<% } -%>\n]\n',
    }),
  },
  {
    definition: cache,
    templates: templates({ 'fastapi/all/cache.py': 'BACKEND = "<%- view.backend %>"\n' }),
  },
];

describe('a run', () => {
  let project: TestProject;
  let root: string;
  beforeEach(() => {
    project = openTestProject(lookup);
    root = project.root;
  });
  afterEach(() => project.remove());

  const read = (path: string): string => project.read(path);
  const edit = (path: string, from: string, to: string): void => project.edit(path, from, to);
  const hut = (
    features: Record<string, Values>,
    onConflict: ConflictPolicy = 'stop',
    dryRun = false,
  ): Promise<Report> => project.hut({ features, onConflict, dryRun });

  const paths = ({ changes }: Report, action: string) =>
    changes.filter((change) => change.action === action).map(({ path }) => path);

  it('makes a new project with its base, hut.yaml and a local .env that only its owner reads', async () => {
    const report = await hut({});
    expect(paths(report, 'create')).toEqual(['.env', '.gitignore', 'app.py', 'hut.yaml']);
    expect(read('.hut/base/app.py')).toBe(read('app.py'));
    expect(read('.hut/base/.gitignore.base')).toBe('*.log\n');
    expect(statSync(join(root, '.env')).mode & 0o777).toBe(0o600);
    expect(read('.env')).toMatch(/^SECRET_KEY=[\w-]{43}\n$/);
  });

  it('does nothing the second time', async () => {
    await hut({});
    const again = await hut({});
    expect(again).toMatchObject({ written: false, changes: [] });
  });

  it('gives the same bytes whether a feature was there at first or came later', async () => {
    await hut({ cache: { backend: 'memory' } });
    const atOnce = ['.gitignore', 'app.py', 'cache.py', 'hut.yaml'].map(read);
    rmSync(root, { recursive: true });
    await hut({});
    await hut({ cache: { backend: 'memory' } });
    expect(['.gitignore', 'app.py', 'cache.py', 'hut.yaml'].map(read)).toEqual(atOnce);
  });

  it('merges a new feature into a file that the user edited', async () => {
    await hut({});
    edit('app.py', 'NEEDS = [\n', 'VERSION = 2\n\nNEEDS = [\n');
    const report = await hut({ cache: {} });
    expect(paths(report, 'merge')).toEqual(['app.py']);
    expect(read('app.py')).toContain('VERSION = 2');
    expect(read('app.py')).toContain('"redis",');
  });

  it('refuses a conflict when nobody is there to ask, and writes nothing', async () => {
    await hut({ cache: {} });
    edit('cache.py', '"redis"', '"mine"');
    await expect(hut({ cache: { backend: 'memory' } })).rejects.toMatchObject({
      id: 'conflict',
      exitCode: 2,
    });
    expect(read('cache.py')).toBe('BACKEND = "mine"\n');
    expect(read('hut.yaml')).not.toContain('memory');
  });

  it.each([
    ['mine', 'BACKEND = "mine"\n'],
    ['next', 'BACKEND = "memory"\n'],
  ] as const)(
    'decides every conflict as %s when told so, and asks no second time',
    async (policy, expected) => {
      await hut({ cache: {} });
      edit('cache.py', '"redis"', '"mine"');
      await hut({ cache: { backend: 'memory' } }, policy);
      expect(read('cache.py')).toBe(expected);
      expect((await hut({ cache: { backend: 'memory' } })).changes).toEqual([]);
    },
  );

  it('writes markers when told so, and refuses the next run until they are gone', async () => {
    await hut({ cache: {} });
    edit('cache.py', '"redis"', '"mine"');
    await hut({ cache: { backend: 'memory' } }, 'markers');
    expect(read('cache.py')).toMatch(/^<{7}/m);
    await expect(hut({})).rejects.toMatchObject({ id: 'markers', exitCode: 2 });
  });

  it('shows a dry run exactly and writes nothing', async () => {
    const shown = await hut({ cache: {} }, 'stop', true);
    expect(existsSync(root)).toBe(false);
    const done = await hut({ cache: {} });
    expect(done.changes).toEqual(shown.changes);
  });

  it('shows an open conflict as what taking the new text would do, and a decided one as decided', async () => {
    await hut({ cache: {} });
    edit('cache.py', '"redis"', '"mine"');
    const shown = async (policy: ConflictPolicy) =>
      (await hut({ cache: { backend: 'memory' } }, policy, true)).changes.find(
        ({ path }) => path === 'cache.py',
      );
    expect(await shown('stop')).toMatchObject({
      action: 'conflict',
      diff: expect.stringContaining('+BACKEND = "memory"') as string,
    });
    expect(await shown('mine')).toMatchObject({ action: 'conflict', answer: 'mine', diff: '' });
  });

  it('keeps a deleted file deleted', async () => {
    await hut({ cache: {} });
    rmSync(join(root, 'cache.py'));
    const report = await hut({ cache: { backend: 'memory' } });
    expect(existsSync(join(root, 'cache.py'))).toBe(false);
    expect(report.changes.find(({ path }) => path === 'cache.py')).toMatchObject({
      action: 'keep',
      reason: 'you deleted it, it stays deleted',
    });
  });

  it('renders the base again from hut.yaml when it is lost', async () => {
    await hut({});
    edit('app.py', 'NEEDS = [\n', 'VERSION = 2\n\nNEEDS = [\n');
    rmSync(join(root, '.hut/base'), { recursive: true });
    await hut({ cache: {} });
    expect(read('app.py')).toContain('VERSION = 2');
    expect(read('app.py')).toContain('"redis",');
  });

  describe('when a base is lost and hut.yaml was edited by hand since', () => {
    beforeEach(async () => {
      await hut({ cache: {} });
      edit('hut.yaml', 'cache: {}', 'cache: { backend: memory }');
    });

    it('renders a lost file from hut.yaml as it was rendered last', async () => {
      rmSync(join(root, '.hut/base/cache.py'));
      await hut({});
      expect(read('cache.py')).toBe('BACKEND = "memory"\n');
    });

    it('takes nothing for unedited when all of it is lost: what differs is a conflict', async () => {
      rmSync(join(root, '.hut/base'), { recursive: true });
      await expect(hut({})).rejects.toMatchObject({ id: 'conflict' });
      expect(read('cache.py')).toBe('BACKEND = "redis"\n');
    });
  });

  it('blames a base that git left with markers, and not the file', async () => {
    await hut({ cache: {} });
    const marked = `<<<<<<< HEAD\n${read('.hut/base/cache.py')}=======\n>>>>>>> other\n`;
    project.write('.hut/base/cache.py', marked);
    project.write('.hut/base/hut.yaml', '<<<<<<< HEAD\n=======\n>>>>>>> other\n');
    edit('hut.yaml', 'cache: {}', 'cache: { backend: memory }');
    await expect(hut({})).rejects.toMatchObject({
      conflicts: [
        { path: 'cache.py', reason: expect.stringContaining('.hut/base/cache.py') as string },
      ],
    });
  });

  it('removes a file that is no longer rendered though its base is damaged', async () => {
    await hut({ cache: {} });
    const marked = `<<<<<<< HEAD\n${read('.hut/base/cache.py')}=======\n>>>>>>> other\n`;
    project.write('.hut/base/cache.py', marked);
    edit('hut.yaml', '  cache: {}\n', '');
    await hut({});
    expect(existsSync(join(root, 'cache.py'))).toBe(false);
    expect(existsSync(join(root, '.hut/base/cache.py'))).toBe(false);
  });

  it('says that it writes nothing but what it keeps for itself', async () => {
    await hut({ cache: {} });
    rmSync(join(root, '.hut/base/app.py'));
    const { changes, written } = await hut({ cache: {} });
    expect(written).toBe(true);
    expect(changes).toMatchObject([{ path: '.hut', action: 'update' }]);
    expect((await hut({ cache: {} })).changes).toEqual([]);
  });

  it('does not guess when the base is lost and no run is recorded', async () => {
    await hut({});
    edit('app.py', 'NEEDS = [\n', 'VERSION = 2\n\nNEEDS = [\n');
    rmSync(join(root, '.hut'), { recursive: true });
    await expect(hut({ cache: {} })).rejects.toMatchObject({ id: 'conflict' });
    expect(read('app.py')).not.toContain('redis');
  });

  it('refuses a folder under own:, because it would protect nothing', async () => {
    await hut({});
    project.write('hut.yaml', read('hut.yaml').replace('own: []', 'own: [APP.py]'));
    await expect(hut({})).rejects.toMatchObject({
      id: 'own',
      hint: expect.stringContaining('app.py') as string,
    });
  });

  it('never changes a line of .env, and adds what is missing', async () => {
    await hut({});
    writeFileSync(join(root, '.env'), 'OTHER=1');
    await hut({});
    expect(read('.env')).toMatch(/^OTHER=1\nSECRET_KEY=[\w-]{43}\n$/);
  });

  it('never writes a file that hut.yaml owns', async () => {
    await hut({ cache: {} });
    writeFileSync(
      join(root, 'hut.yaml'),
      `${read('hut.yaml')}\nown: [cache.py]\n`.replace(/^own: \[\]\n/m, ''),
    );
    edit('cache.py', '"redis"', '"mine"');
    await hut({ cache: { backend: 'memory' } });
    expect(read('cache.py')).toBe('BACKEND = "mine"\n');
    expect(read('.hut/base/cache.py')).toBe('BACKEND = "redis"\n');
  });
});
