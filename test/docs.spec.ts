/** What the documents say is what the product does: flags, keys, codes, messages, files, and every example. */
import Ajv from 'ajv';
import { build, type Plugin } from 'esbuild';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { blueprintSchema } from '@hut/blueprint';

import { places, pythonPackage } from '@hut/fastapi';
import { defineGenerator, readBlueprint, renderProject, type Lookup } from '@hut/kit';
import * as render from '@hut/render';
import { lookup } from '../generators/lookup.ts';
import { hutHere } from './commands/hut-here.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { version, dependencies } = JSON.parse(read('package.json')) as {
  version: string;
  dependencies: Readonly<Record<string, string>>;
};

/** The part of a document below one heading. */
function section(path: string, heading: string): string {
  const [, body] = read(path).split(new RegExp(`^#+ ${heading}$`, 'm'));
  if (body === undefined) throw new Error(`${path} has no heading "${heading}"`);
  return body.split(/^## /m)[0]!;
}

/** The rows of the tables in a text, as cells. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n').filter((line) => /^\|(?! ?-)/.test(line));
  const isHead = (line: string): boolean => /^\|[ -]+\|/.test(text.split(`${line}\n`)[1] ?? '');
  return lines
    .filter((line) => !isHead(line))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .map((cells) => cells.slice(1, -1));
}

/** What stands in backticks in the first cells of the tables in a text. */
function firstNames(text: string): readonly string[] {
  return rowsOf(text).flatMap(([cell]) =>
    [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  );
}

/** Runs `hut` in this process, as in a shell without a terminal. */
const hut = (words: readonly string[], cwd: string, known: Lookup = lookup) =>
  hutHere(words, cwd, known, version);

const unattended = ['--yes', '--no-install', '--no-git'];
const wordsOf = (line: string): readonly string[] =>
  [...line.replace(/\s+# .*$/, '').matchAll(/"([^"]*)"|\S+/g)].map(
    ([whole, text]) => text ?? whole,
  );

const parent = mkdtempSync(join(tmpdir(), 'hut-docs-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));
const newFolder = (): string => mkdtempSync(join(parent, 'case-'));

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

describe('docs/reference.md', () => {
  it('lists the flags of hut build, all of them and no others', async () => {
    const { stdout } = await hut(['build', '--help'], parent);
    const flags = [...stdout.matchAll(/^ {2}(?:(-\w), )?(--[\w-]+)/gm)].flatMap((found) =>
      found.slice(1).filter((flag) => flag !== undefined),
    );
    const listed = firstNames(section('docs/reference.md', 'Options of hut build'))
      .map((name) => name.split(' ')[0]!)
      .filter((name) => name.startsWith('-') && !name.startsWith('--dry-run='));
    expect(sorted(listed.filter((name) => !name.includes('=')))).toEqual(sorted(flags));
  });

  it('lists the commands of hut, all of them and no others', async () => {
    const { stdout } = await hut(['--help'], parent);
    const [, commands] = stdout.split('Commands:\n');
    const known = [...commands!.matchAll(/^ {2}(\w+)(?:\|(\w+))?/gm)].flatMap((found) =>
      found.slice(1).filter((name) => name !== undefined),
    );
    const listed = firstNames(section('docs/reference.md', 'Commands'))
      .filter((name) => /^hut \w/.test(name))
      .map((name) => name.split(' ')[1]!);
    expect(sorted(listed)).toEqual(sorted(known));
  });

  it('lists the keys of hut.yaml with what they may be, and no others', () => {
    const { properties } = blueprintSchema([]) as {
      properties: Readonly<Record<string, { enum?: readonly string[]; default?: unknown }>>;
    };
    const rows = rowsOf(section('docs/reference.md', 'hut.yaml'));
    expect(rows.map(([key]) => key!.replaceAll('`', ''))).toEqual(Object.keys(properties));
    for (const [key, , values, fallback] of rows) {
      const rule = properties[key!.replaceAll('`', '')]!;
      for (const value of rule.enum ?? []) expect(values).toContain(value);
      if (typeof rule.default === 'string') expect(fallback).toContain(rule.default);
    }
  });

  it('lists the exit codes', () => {
    const [, codes] = /ExitCode = ([\d |]+);/.exec(read('packages/errors/src/hut-error.ts'))!;
    const listed = rowsOf(section('docs/reference.md', 'Exit codes')).map(([code]) => code);
    expect(listed).toEqual(['0', ...codes!.split(' | ')]);
  });
});

describe('the commands in', () => {
  const documents = ['README.md', 'docs/reference.md', 'docs/generated-project.md'];
  const blocks = documents.flatMap((path) => {
    const text = path === 'README.md' ? section(path, 'Sixty seconds') : read(path);
    return [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(
      ([, block]) => [path, block!.trimEnd().split('\n')] as const,
    );
  });

  it.each(blocks)('%s run: %j', async (_, lines) => {
    let folder = newFolder();
    for (const line of lines.filter((one) => !one.startsWith('$EDITOR '))) {
      const [program, ...words] = wordsOf(line);
      if (program === 'cd') folder = resolve(folder, words[0]!);
      else expect(program).toBe('hut');
      if (program !== 'hut') continue;
      const added = words[0] === 'build' ? unattended : [];
      expect([line, await hut([...words, ...added], folder)]).toEqual([
        line,
        expect.objectContaining({ exitCode: 0 }),
      ]);
    }
    expect(existsSync(folder)).toBe(true);
  });
});

describe('docs/report.schema.json', () => {
  const schema = JSON.parse(read('docs/report.schema.json')) as object;
  const validate = new Ajv().compile(schema);
  const expectValid = (document: unknown): void =>
    expect([validate(document), validate.errors]).toEqual([true, null]);

  const json = async (words: readonly string[], cwd: string): Promise<Record<string, unknown>> => {
    const ran = await hut([...words, '--no-install', '--no-git'], cwd);
    const document = JSON.parse(ran.stdout) as Record<string, unknown>;
    expectValid(document);
    expect(document['exitCode']).toBe(ran.exitCode);
    return document;
  };

  it('describes a new project, a run with nothing to do, and a dry run', async () => {
    const folder = newFolder();
    expect(await json(['build', 'shop', '--dry-run=json'], folder)).toMatchObject({
      written: false,
    });
    expect(existsSync(join(folder, 'shop'))).toBe(false);
    expect(await json(['build', 'shop', '--json'], folder)).toMatchObject({
      command: 'hut build shop',
      written: true,
    });
    expect(await json(['build', 'shop', '--json'], folder)).toMatchObject({ changes: [] });
  });

  it('describes files that are deleted, owned, in conflict, and written with markers', async () => {
    const folder = newFolder();
    await json(['build', 'shop', '--json'], folder);
    const shop = join(folder, 'shop');
    const edit = (path: string, from: string, to: string): void =>
      writeFileSync(
        join(shop, path),
        readFileSync(join(shop, path), 'utf8').replace(from, () => to),
      );
    edit('pyproject.toml', '>=3.11', '>=3.10');
    edit('hut.yaml', 'own: []', 'own: [README.md]');
    rmSync(join(shop, 'AGENTS.md'));
    const change = ['build', '--python', '3.12', '--json'];
    const { changes } = await json([...change, '--dry-run=json', '--check'], shop);
    expect(changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'AGENTS.md', action: 'keep' }),
        expect.objectContaining({ path: 'README.md', action: 'keep' }),
        expect.objectContaining({ path: 'pyproject.toml', action: 'conflict' }),
      ]),
    );
    expect(await json(change, shop)).toMatchObject({ error: { id: 'conflict' }, exitCode: 2 });
    expect(await json([...change, '--on-conflict', 'markers'], shop)).toMatchObject({
      exitCode: 5,
    });
    expect(await json(change, shop)).toMatchObject({ error: { id: 'markers' }, exitCode: 2 });
  });

  it('describes a refusal', async () => {
    expect(await json(['build', 'shop', '--python', '2.7', '--json'], newFolder())).toMatchObject({
      error: { id: 'option', hint: expect.stringContaining('3.11') as string },
      exitCode: 3,
    });
  });

  it('describes what the commands that look print, and docs/json-output.md their keys', async () => {
    const folder = newFolder();
    await json(['build', 'shop', '--json'], folder);
    const shop = join(folder, 'shop');
    writeFileSync(join(shop, 'app/main.py'), '# mine\n');
    const rows = rowsOf(section('docs/json-output.md', 'What the commands that look say'));
    for (const [command, keys] of rows) {
      const words = command!.replaceAll('`', '').split(' ').slice(1);
      const more = { why: ['migrations/env.py:1'], plan: ['set', 'description', 'x'] }[words[0]!];
      const { stdout } = await hut([...words, ...(more ?? []), '--json'], shop);
      const document = JSON.parse(stdout) as object;
      expectValid(document);
      const named = [...keys!.replace(/ \([^)]*\)/g, '').matchAll(/`(\w+)`/g)];
      expect([words, sorted(named.map(([, key]) => key!))]).toEqual([
        words,
        sorted(Object.keys(document)),
      ]);
    }
  });

  it('describes the examples of docs/json-output.md, whose tables name its keys', () => {
    const text = read('docs/json-output.md');
    const examples = [...text.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(
      ([, example]) => JSON.parse(example!) as object,
    );
    expect(examples).toHaveLength(2);
    for (const example of examples) expectValid(example);
    const { definitions } = schema as {
      definitions: Readonly<Record<string, { properties: object }>>;
    };
    expect(sorted(firstNames(section('docs/json-output.md', 'A run')))).toEqual(
      sorted(['run', 'change'].flatMap((name) => Object.keys(definitions[name]!.properties))),
    );
  });
});

describe('docs/troubleshooting.md', () => {
  it('lists the id of every error that is thrown, and no others', () => {
    const thrown = ['packages', 'generators'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => /(?<!\.(spec|fixture))\.ts$/.test(path) && !path.includes('node_modules'))
        .map((path) => read(join(folder, path)))
        .filter((text) => /new HutError\(|extends HutError /.test(text))
        .flatMap((text) => [...text.matchAll(/\bid: '([a-z][a-z-]*)'/g)].map(([, id]) => id!)),
    );
    const text = read('docs/troubleshooting.md');
    const tables = text.split(/(?=^\| )/m).filter((part) => part.startsWith('| `'));
    const listed = tables.map((row) => /^\| `([a-z-]+)`/.exec(row)?.[1] ?? row);
    expect(sorted(listed)).toEqual(sorted(thrown));
    expect(listed).toHaveLength(new Set(listed).size);
  });
});

describe('docs/generated-project.md', () => {
  const hutYaml = `hut: 1\n`;
  const { tree } = renderProject(readBlueprint(hutYaml, { lookup, version, name: 'shop' }), lookup);
  const text = (path: string): string => tree.get(path)!.text;
  const variables = (env: string): readonly string[] =>
    [...env.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!);

  it('has a line for every file, and for no other', () => {
    const listed = firstNames(section('docs/generated-project.md', 'Files'));
    expect(sorted(listed)).toEqual(sorted(['hut.yaml', ...tree.keys()]));
  });

  it('has a line for every file that entities and services bring, and for no other', () => {
    const brought = ['model', 'schema', 'repository', 'service', 'endpoint'].flatMap((id) => {
      const folder = join(root, 'generators', id, 'templates/fastapi');
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ejs'))
        .map((path) => path.replace(/^[^/]+\//, '').replace(/\.ejs$/, ''))
        .map((path) => path.replace(/^@(\w+)/, (_, place: string) => places[place]!));
    });
    const packages = (['services', 'versions'] as const).map(
      (place) => pythonPackage(place).item.path,
    );
    const rows = rowsOf(section('docs/generated-project.md', 'Files of entities'));
    const listed = rows.map(([path]) => path!.replaceAll('`', ''));
    expect([...listed].sort()).toEqual(sorted([...brought, ...packages]));
  });

  it('lists the settings that .env.example and the code have, with their defaults', () => {
    const rows = rowsOf(section('docs/generated-project.md', 'Settings'));
    const fields = [...text('app/core/settings.py').matchAll(/^ {4}(\w+): .* = (.+)$/gm)];
    const names = rows.map(([name]) => name!.replaceAll('`', ''));
    expect(names).toEqual(variables(text('.env.example')));
    expect(names).toEqual(fields.map(([, name]) => name!.toUpperCase()));
    const plain = (value: string): string => value.replace(/["_]/g, '').replace('False', 'false');
    expect(rows.map(([, , fallback]) => fallback)).toEqual(
      fields.map(([, , value]) => plain(value!)),
    );
  });

  it('lists the security headers with their values', () => {
    const code = text('app/middleware/security_headers.py');
    const headers = [...code.matchAll(/^ {4}"([\w-]+)": "(.+)",$/gm)];
    const rows = rowsOf(section('docs/generated-project.md', 'Security headers'));
    expect(rows.map(([name]) => name!.replaceAll('`', ''))).toEqual(
      headers.map(([, name]) => name),
    );
    rows.forEach(([, value], index) => expect(value).toContain(`\`${headers[index]![2]}\``));
  });

  it('gives the order of the middleware', () => {
    const code = text('app/factory.py');
    const layers = [...code.matchAll(/Middleware\(\s*(\w+Middleware)/g)].map(([, name]) => name!);
    const drawn = section('docs/generated-project.md', 'A request').matchAll(/-> (\w+Middleware)/g);
    expect([...drawn].map(([, name]) => name)).toEqual(layers);
  });
});

/** The example of docs/extending.md on disk, beside a copy of the generators that are there. */
function writeExample(): string {
  const folder = join(parent, 'example');
  const generators = join(folder, 'generators');
  cpSync(join(root, 'generators'), generators, { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const blocks = /^File `([^`]+)`:\n\n(`{3,})\w+\n([\s\S]*?)^\2$/gm;
  for (const [, path, , text] of read('docs/extending.md').matchAll(blocks)) {
    const target = join(generators, 'maintenance', path!);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text!);
  }
  return generators;
}

const generators = writeExample();
// Its own spec, as the page has it: its tests are tests of this file.
await import(join(generators, 'maintenance', 'maintenance.spec.ts'));
const withExample = (await import(join(generators, 'lookup.ts'))) as { lookup: Lookup };

describe('docs/extending.md', () => {
  const page = 'docs/extending.md';

  it('lists the kinds with their bands', () => {
    const kinds = Object.values(render)
      .filter((found): found is render.Kind<never> => typeof found === 'object' && 'bands' in found)
      .map(({ id, bands }) => ({ id, bands: bands.filter((band) => band !== '') }));
    const rows = rowsOf(section(page, 'Kinds'));
    expect(sorted(rows.map(([kind]) => kind!.replaceAll('`', '')))).toEqual(
      sorted(kinds.map(({ id }) => id)),
    );
    for (const [kind, , , , order] of rows) {
      const { bands } = kinds.find(({ id }) => `\`${id}\`` === kind)!;
      expect(order).toBe(bands.length === 0 ? 'key' : `bands ${bands.join(', ')}; then key`);
    }
  });

  it('lists what a definition says', () => {
    const { definition } = withExample.lookup.find(
      ({ definition: { id } }) => id === 'maintenance',
    )!;
    const listed = firstNames(section(page, 'The definition')).filter((name) => name in definition);
    const bare = defineGenerator({ id: 'x', summary: 'x', contribute: () => [] });
    expect(sorted(listed)).toEqual(sorted(Object.keys(bare)));
  });

  it('lists what files that are made once come with', () => {
    const source = read('packages/kit/src/make.ts').split('export interface Made {')[1]!;
    const keys = [...source.split('\n}')[0]!.matchAll(/^ {2}readonly (\w+):/gm)].map(
      ([, key]) => key!,
    );
    expect(firstNames(section(page, 'Files that are made once'))).toEqual(keys);
  });

  it('lists the literal printers', () => {
    const printers = Object.keys(render).filter((name) => /^[a-z]\w+(Text|Literal)$/.test(name));
    expect(sorted(firstNames(section(page, 'Literals')))).toEqual(sorted(printers));
  });

  it('has an example with the anatomy of a generator', () => {
    const names = readdirSync(join(generators, 'maintenance')).sort();
    expect(names).toEqual([
      'README.md',
      'index.ts',
      'maintenance.spec.ts',
      'maintenance.ts',
      'templates',
    ]);
    const headings = readFileSync(join(generators, 'maintenance/README.md'), 'utf8').match(
      /^## .+/gm,
    );
    expect(headings).toEqual(['## Usage', '## What you get', '## Options', '## Notes']);
  });

  it('has an example that hut list names, and that is the same added at once or later', async () => {
    const folder = newFolder();
    const run = async (words: readonly string[], cwd = folder) => {
      const ran = await hut(
        [...words, ...(words[0] === 'list' ? [] : unattended)],
        cwd,
        withExample.lookup,
      );
      expect(ran).toMatchObject({ exitCode: 0 });
      return ran;
    };
    expect((await run(['list'])).stdout).toContain('maintenance  Answer 503');
    await run(['build', 'once/shop', '--with-maintenance', 'Closed for today']);
    await run(['build', 'later/shop']);
    await run(['add', 'maintenance', '--message', 'Closed for today'], join(folder, 'later/shop'));
    const filesOf = (name: string): readonly string[] =>
      readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes('.hut/runs'))
        .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, name).length))
        .sort();
    const files = filesOf('once');
    expect(files).toContain('/shop/tests/test_maintenance.py');
    expect(filesOf('later')).toEqual(files);
    for (const path of files)
      expect(readFileSync(join(folder, 'later', path), 'utf8')).toBe(
        readFileSync(join(folder, 'once', path), 'utf8'),
      );
  });

  it('has an example whose door is a class for Yeoman', async () => {
    const door = (await import(join(generators, 'maintenance', 'index.ts'))) as {
      default: unknown;
    };
    expect(typeof door.default).toBe('function');
  });
});

describe('THIRD_PARTY.md', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as {
    devDependencies: Readonly<Record<string, string>>;
  };
  const manifest = (name: string): Readonly<Record<string, string>> =>
    JSON.parse(read(`node_modules/${name}/package.json`)) as Record<string, string>;
  const doors = readdirSync(join(root, 'generators'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('index.ts'))
    .map((path) => `generators/${path}`);
  const inputs: string[] = [];
  const outside: string[] = [];

  beforeAll(async () => {
    const { lookupPlugin } = (await import(join(root, 'scripts/lookup-plugin.mjs'))) as {
      lookupPlugin: (root: string, templateSource: () => string) => Plugin;
    };
    const [, external] = /external: \[([^\]]+)\]/.exec(read('scripts/build.mjs'))!;
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [
        ...readdirSync(join(root, 'bin')).map((name) => `bin/${name}`),
        ...doors,
        'packages/kit/src/public.ts',
      ],
      external: [...external!.matchAll(/'([^']+)'/g)].map(([, name]) => name!),
      plugins: [lookupPlugin(root, () => '')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outdir: 'dist',
      write: false,
      metafile: true,
    });
    inputs.push(...Object.keys(metafile.inputs));
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    outside.push(...imports.map(({ path }) => path).filter((path) => !isBuiltin(path)));
  });

  it('names the packages that are in the bundle, with range, licence and copyright', () => {
    const rows = rowsOf(section('THIRD_PARTY.md', 'In the bundle'));
    const bundled = inputs.flatMap(
      (path) => path.match(/(?<=^node_modules\/)(@[^/]+\/)?[^/]+/g) ?? [],
    );
    expect(rows.map(([name]) => name)).toEqual(sorted(bundled));
    for (const [name, range, licence, copyright] of rows) {
      expect([name, range]).toEqual([name, devDependencies[name!]]);
      expect([name, licence]).toEqual([name, manifest(name!).license]);
      const files = readdirSync(join(root, 'node_modules', name!));
      const file = files.find((one) => /^licen[cs]e/i.test(one))!;
      expect(read(`node_modules/${name}/${file}`)).toContain(copyright);
      expect(read('THIRD_PARTY.md')).toContain(`\n### ${licence}\n`);
    }
  });

  it('names the packages that are installed along', () => {
    const rows = rowsOf(section('THIRD_PARTY.md', 'Installed along'));
    const imported = outside.map((path) => /^(@[^/]+\/)?[^/]+/.exec(path)![0]);
    expect(rows.map(([name]) => name)).toEqual(sorted([...Object.keys(dependencies), ...imported]));
    for (const [name, range, licence] of rows) {
      expect([name, range]).toEqual([name, dependencies[name!] ?? devDependencies[name!]]);
      expect([name, licence]).toEqual([name, manifest(name!).license]);
    }
  });
});

describe('docs/testing.md', () => {
  it('names every spec of test/, or its folder, and every ring', () => {
    const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' });
    const specs = files.filter((path) => /\.(spec|ring)\.ts$/.test(path));
    const text = read('docs/testing.md');
    const isNamed = (path: string): boolean => text.includes(`\`test/${path}\``);
    const missing = specs.filter((path) => !isNamed(path) && !isNamed(dirname(path)));
    expect(missing).toEqual([]);
  });
});

describe('links to headings', () => {
  const slugs = (path: string): readonly string[] =>
    [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
      title!
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
  const documents = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];

  it.each(documents.filter((path) => path.endsWith('.md')))('of %s lead somewhere', (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)];
    const dead = links.filter(([, file, slug]) => {
      const target = file === '' ? join(root, path) : join(root, dirname(path), file!);
      return !slugs(target).includes(slug!);
    });
    expect(dead.map(([whole]) => whole)).toEqual([]);
  });
});
