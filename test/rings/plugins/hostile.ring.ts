/** Packages that are broken, or mean no good: each is refused by its name, and the project stays as it was. */
import {
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
import { dirname, join } from 'node:path';
import { runHut, type CommandResult } from '@hut/testing';
import { snapshot } from '../project-tree.ts';

const checkout = process.cwd();
const name = 'generator-hut-foe';

/** A module that leaves a trace when it runs, and exports a generator that does as told. */
const entry = (definition: string): string => `
import { writeFileSync } from 'node:fs';
import { defineGenerator, defineKind, file, setting, symbol, middleware } from 'generator-hut/kit';
writeFileSync(new URL('./ran', import.meta.url), '');
const definition = defineGenerator({ id: 'foe', feature: true, summary: 'Means no good', ${definition} });
export const lookup = [{ definition, templates: {} }];
`;

interface Foe {
  readonly main?: string;
  readonly manifest?: object;
  readonly files?: Readonly<Record<string, string>>;
}

function openProject({ main = entry(''), manifest = {}, files = {} }: Foe = {}) {
  const parent = mkdtempSync(join(tmpdir(), 'hut-foe-'));
  const root = join(parent, 'shop');
  const folder = join(parent, 'node_modules', name);
  const environment = {
    XDG_CONFIG_HOME: join(parent, 'config'),
    XDG_DATA_HOME: join(parent, 'data'),
  };
  const hut = (...words: string[]): CommandResult => runHut(words, root, environment);
  runHut(['build', 'shop', '--yes', '--no-install', '--no-git'], parent);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const own = { name, version: '1.0.0', type: 'module', main: 'index.js', hut: { kit: 1 } };
  write('package.json', JSON.stringify({ ...own, ...manifest }));
  write('index.js', main);
  for (const [path, text] of Object.entries(files)) write(path, text);
  symlinkSync(checkout, join(parent, 'node_modules', 'generator-hut'));
  const yaml = readFileSync(join(root, 'hut.yaml'), 'utf8');
  writeFileSync(join(root, 'hut.yaml'), yaml.replace('plugins: {}', `plugins: { ${name}: 1.0.0 }`));
  return {
    root,
    hut,
    write,
    /** All of the project, and what lies beside it. */
    seen: () => `${readdirSync(parent).join()}\n${snapshot(root)}`,
    hasRun: () => existsSync(join(folder, 'ran')),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

/** What each does, and what hut says of it. */
const foes: Readonly<Record<string, readonly [foe: Foe, said: string]>> = {
  'writes outside of the project': [
    { main: entry("contribute: () => [file({ path: '../escaped.txt', render: () => 'x' })]") },
    'escaped.txt',
  ],
  'writes outside by an absolute path': [
    {
      main: entry(
        "contribute: () => [file({ path: '/tmp/hut-foe-escaped.txt', render: () => 'x' })]",
      ),
    },
    'hut-foe-escaped.txt',
  ],
  'writes into the records of hut': [
    {
      main: entry("contribute: () => [file({ path: '.hut/runs/1/run.json', render: () => 'x' })]"),
    },
    '.hut/runs',
  ],
  'throws while it contributes': [
    { main: entry("contribute: () => { throw new Error('out of order'); }") },
    `${name} 1.0.0 failed in contribute: out of order`,
  ],
  'throws while it is rendered': [
    {
      main: entry(
        "contribute: () => [file({ path: 'a.txt', render: () => { throw new Error('no ink'); } })]",
      ),
    },
    `${name} 1.0.0 failed in contribute.item.render: no ink`,
  ],
  'throws while it is loaded': [
    { main: "throw new Error('not today');" },
    `${name} 1.0.0 can not be used: it does not load: not today`,
  ],
  'does not parse': [{ main: 'export const lookup = [' }, `${name} 1.0.0 can not be used`],
  'exports no generators': [{ main: 'export const other = 1;' }, 'exports no "lookup"'],
  'has the id of one of ours': [
    { main: entry('').replace("id: 'foe'", "id: 'model'") },
    `${name} 1.0.0 has a generator called model`,
  ],
  'has a file of ours': [
    { main: entry("contribute: () => [file({ path: 'app/main.py', render: () => 'x' })]") },
    'app and foe both contribute the file "app/main.py"',
  ],
  'has a kind of ours, and means another': [
    {
      main: entry(
        "contribute: () => [{ kind: defineKind({ id: 'setting', key: ({ name }) => name, meet: 'clash' }), item: { name: 'log_level', type: 'int' } }]",
      ),
    },
    `${name} 1.0.0 failed in contribute: contribution 1, of the kind setting: item.uses is missing: a list is meant`,
  ],
  'has a setting of ours, and means another': [
    { main: entry("contribute: () => [setting('log_level', 'int', { doc: '', example: '' })]") },
    'app and foe both contribute the setting "log_level"',
  ],
  'adds one file twice': [
    {
      main: entry(
        "contribute: () => [1, 2].map((text) => file({ path: 'a.txt', render: () => String(text) }))",
      ),
    },
    'foe contributes the file "a.txt" twice, and they differ',
  ],
  'has no templates where it says so': [
    { main: entry("contribute: ({ files }) => [...files('some')]") },
    'The template path fastapi/some of foe has no templates',
  ],
  'returns no edits of hut.yaml': [
    { main: entry('amend: () => undefined') },
    `${name} 1.0.0 failed in amend: what it returns is missing: a list is meant`,
  ],
  'has a key that nobody knows': [
    { main: entry('contributes: () => []') },
    `${name} 1.0.0 can not be used: its definition.contributes is no key that is known. Did you mean contribute?`,
  ],
  'refuses, with the class of the kit that it brings': [
    {
      main: "export const lookup = await (await import('generator-hut/kit')).readGenerators(new URL('./generators/', import.meta.url));",
      files: {
        'generators/foe/foe.js': `
import { defineGenerator, HutError } from 'generator-hut/kit';
const contribute = () => { throw new HutError({ id: 'foe', message: 'foe is closed', hint: 'Come back' }); };
export const generator = defineGenerator({ id: 'foe', feature: true, summary: 'Refuses', contribute });
`,
      },
    },
    'foe is closed\nCome back\n',
  ],
  'brings an entity that is none': [
    { main: entry("brings: () => ({ Foe: { fields: { x: 'nothing' } } })") },
    'nothing',
  ],
  'has another name in its package.json': [
    { manifest: { name: 'generator-hut-fo' } },
    'is not installed',
  ],
  'has another version': [{ manifest: { version: '1.0.1' } }, 'is not installed: there is 1.0.1'],
  'is for another API': [{ manifest: { hut: { kit: 2 } } }, 'is made for API 2 of the kit'],
  'is no package of hut': [
    { manifest: { hut: undefined } },
    'describes no package of hut generators',
  ],
};

describe('a package that', () => {
  let project: ReturnType<typeof openProject>;
  afterEach(() => project.remove());

  it.each(Object.entries(foes))(
    '%s is refused by name, and nothing is written',
    (_, [foe, said]) => {
      project = openProject(foe);
      project.hut('plugin', 'trust', name);
      const before = project.seen();
      const ran = project.hut('add', 'foe', '--yes');
      expect(ran.stderr).toContain(said);
      expect(ran.stderr).toMatch(/foe/);
      expect(ran.stderr).not.toMatch(/\n\s+at /);
      expect(ran.exitCode).toBe(3);
      expect(project.seen()).toBe(before);
      expect(existsSync('/tmp/hut-foe-escaped.txt')).toBe(false);
    },
  );

  it('is not trusted does not run: not when it is listed, asked for, or used with --yes', () => {
    project = openProject();
    const before = project.seen();
    expect(project.hut('plugin', 'list').stdout).toContain(`${name} 1.0.0  not trusted yet`);
    for (const words of [['--help'], ['sync', '--yes'], ['add', 'foe', '--yes'], ['status']])
      project.hut(...words);
    expect(project.hut('sync', '--yes')).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining(`hut plugin trust ${name}@1.0.0`),
    });
    expect(project.hasRun()).toBe(false);
    expect(project.seen()).toBe(before);
  });

  it('changes after it was trusted is asked about again', () => {
    project = openProject();
    project.hut('plugin', 'trust', name);
    expect(project.hut('add', 'foe', '--yes')).toMatchObject({ exitCode: 0 });
    // What it leaves in its own folder changes it, too.
    project.write('later.js', 'export {};');
    expect(project.hut('sync')).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('has changed since you trusted it'),
    });
    expect(project.hut('plugin', 'list').stdout).toContain('changed since it was trusted');
  });

  it('asks without end is left by who it asks, with nothing written', () => {
    project = openProject({
      main: entry("arguments: [{ name: 'more', doc: 'More', many: true }]"),
    });
    project.hut('plugin', 'trust', name);
    const before = project.seen();
    expect(project.hut('add', 'foe')).toMatchObject({ exitCode: 3 });
    expect(project.seen()).toBe(before);
  });
});
