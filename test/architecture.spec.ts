/** The rules of the code base that no type can hold. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LAYERS } from '@hut/blueprint';
import { checkLevels, lifespanBands } from '@hut/render';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

function listFiles(folder: string, matching: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => matching.test(path) && !path.includes('node_modules/'))
    .sort();
}

const packages = readdirSync(join(root, 'packages')).sort();
const generators = readdirSync(join(root, 'generators'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const sources = [
  ...listFiles('packages', /\.ts$/),
  ...listFiles('generators', /\.ts$/),
  ...listFiles('bin', /\.ts$/),
];
const productSources = sources.filter(
  (path) => !path.endsWith('.spec.ts') && !/^packages\/[^/]+\/(fuzz|scripts)\//.test(path),
);

/** Which package may import which: arrows point one way. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  blueprint: ['errors'],
  render: ['errors', 'blueprint'],
  reconcile: ['errors'],
  commit: ['errors'],
  fastapi: ['errors', 'blueprint', 'render'],
  kit: ['errors', 'blueprint', 'render', 'fastapi', 'reconcile', 'commit'],
  cli: ['errors', 'blueprint', 'render', 'commit', 'kit'],
  testing: ['errors', 'blueprint', 'render', 'reconcile', 'commit', 'fastapi', 'kit'],
};

function importsOf(path: string): readonly string[] {
  return [...read(path).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name]) => name!);
}

const violations = (
  paths: readonly string[],
  isWrong: (path: string, imported: string) => boolean,
): readonly string[] =>
  paths.flatMap((path) =>
    importsOf(path)
      .filter((name) => isWrong(path, name))
      .map((name) => `${path} imports ${name}`),
  );

describe('import arrows', () => {
  it('name every package', () => {
    expect(Object.keys(arrows).sort()).toEqual(packages);
  });

  it('point one way', () => {
    const wrong = violations(
      productSources.filter((path) => path.startsWith('packages/')),
      (path, name) =>
        name.startsWith('@hut/') &&
        name.split('/')[1] !== path.split('/')[1] &&
        !arrows[path.split('/')[1]!]!.includes(name.split('/')[1]!),
    );
    expect(wrong).toEqual([]);
  });

  it('never lead from a package to the generators, or from one generator to another', () => {
    expect(
      violations(
        productSources.filter((path) => path.startsWith('packages/')),
        (_, name) => name.includes('generators/'),
      ),
    ).toEqual([]);
    const inGenerators = productSources.filter((path) => /^generators\/[^/]+\//.test(path));
    const open = ['generators/lookup.ts', 'package.json'];
    const isOwn = (path: string, target: string): boolean =>
      target.split('/').slice(0, 2).join('/') === path.split('/').slice(0, 2).join('/');
    expect(
      violations(inGenerators, (path, name) => {
        const target = join(dirname(path), name);
        return name.startsWith('.') && !isOwn(path, target) && !open.includes(target);
      }),
    ).toEqual([]);
  });

  it('reach Yeoman from the adapter alone', () => {
    const outside = productSources.filter((path) => !path.startsWith('packages/kit/src/yeoman/'));
    expect(violations(outside, (_, name) => /^(@yeoman\/|yeoman-)/.test(name))).toEqual([]);
    const isDoor = (path: string): boolean =>
      path.startsWith('generators/') || path === 'bin/yeoman.ts';
    const doors = outside.filter((path) => !isDoor(path));
    expect(violations(doors, (_, name) => name === '@hut/kit/yeoman')).toEqual([]);
  });
});

/**
 * Layers of an entity and its fields are words of the blueprint, levels of checks words of `--verify`, bands words of
 * a kind: generators that add such a thing have its name.
 */
const wordsOfAll: readonly string[] = [...LAYERS, 'field', ...checkLevels, ...lifespanBands];

describe('locality', () => {
  it('is 0: the id of a generator is quoted nowhere outside its folder', () => {
    const local = generators.filter((id) => !wordsOfAll.includes(id));
    const quoted = local.flatMap((id) =>
      productSources
        .filter((path) => !path.startsWith(`generators/${id}/`))
        .filter((path) => new RegExp(`['"\`](hut:)?${id}['"\`]`).test(read(path)))
        .map((path) => `${path} quotes ${id}`),
    );
    expect(quoted).toEqual([]);
  });
});

describe('every generator folder', () => {
  it.each(generators)('%s has the same anatomy', (id) => {
    const missing = [`${id}.ts`, 'index.ts', `${id}.spec.ts`, 'README.md'].filter(
      (name) => !existsSync(join(root, 'generators', id, name)),
    );
    expect(missing).toEqual([]);
    expect(read(`generators/${id}/${id}.ts`)).toMatch(/export const generator = defineGenerator\(/);
    expect(read(`generators/${id}/index.ts`).trimEnd().split('\n').length).toBeLessThanOrEqual(6);
    const headings = [...read(`generators/${id}/README.md`).matchAll(/^## (.+)$/gm)].map(
      ([, title]) => title,
    );
    expect(headings).toEqual(['Usage', 'What you get', 'Options', 'Notes']);
  });
});

describe('templates', () => {
  const templates = listFiles('generators', /\.ejs$/);

  it('print prepared values: no logic, no call, no ternary', () => {
    const tag = /<%(-?)(.*?)(-?)%>/gs;
    const allowed = [
      /^- [a-zA-Z.]+ $/,
      /^ for \(const [a-zA-Z]+ of [a-zA-Z.]+\) \{ -$/,
      /^ if \([a-zA-Z.]+\) \{ -?$/,
      /^ \} -?$/,
      /^ \} else \{ -?$/,
    ];
    const clever = templates.flatMap((path) =>
      [...read(path).matchAll(tag)]
        .map(([, dash, body, end]) => `${dash}${body}${end}`)
        .filter((text) => !allowed.some((form) => form.test(text)))
        .map((text) => `${path}: <%${text}%>`),
    );
    expect(clever).toEqual([]);
  });

  it('have at most eight tags of control each', () => {
    const heavy = templates.filter((path) => (read(path).match(/<% (for|if)/g) ?? []).length > 8);
    expect(heavy).toEqual([]);
  });
});

describe('names and sizes', () => {
  it('use no banned word for a file', () => {
    const banned = /^(data|process|common)$|(^|-)(utils?|helpers?|manager)$|^base-class$/;
    const files = [...productSources, ...listFiles('scripts', /\.mjs$/)];
    expect(files.filter((path) => banned.test(basename(path).replace(/\.[a-z]+$/, '')))).toEqual(
      [],
    );
  });

  it('are kebab-case', () => {
    expect(sources.filter((path) => !/^[a-z0-9.-]+$/.test(basename(path)))).toEqual([]);
  });

  it('keep files readable', () => {
    const long = productSources.filter((path) => read(path).split('\n').length > 400);
    expect(long).toEqual([]);
  });
});

describe('the public surface', () => {
  it('has a doc line on each export of packages', () => {
    const undocumented = productSources
      .filter((path) => path.startsWith('packages/'))
      .flatMap((path) => {
        const lines = read(path).split('\n');
        return lines.flatMap((line, index) =>
          /^export (async function|function|const|class|interface|type) \w/.test(line) &&
          !/\*\/\s*$/.test(lines[index - 1] ?? '')
            ? [`${path}:${index + 1} ${line}`]
            : [],
        );
      });
    expect(undocumented).toEqual([]);
  });
});

describe('README and docs', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', ...listFiles('docs', /\.md$/)];

  it.each(documents)('%s names only scripts and files that exist', (path) => {
    const text = read(path);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const unknownScripts = [...text.matchAll(/npm run ([\w:-]+)/g)]
      .map(([, name]) => name!)
      .filter((name) => !(name in scripts));
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(#[^)]*)?\)/g)].map(
      ([, link]) => link!,
    );
    const dead = links.filter((link) => !existsSync(join(root, path, '..', link)));
    const named = [
      ...text.matchAll(/`((?:packages|generators|scripts|samples|test|docs|bin)\/[\w./-]+)`/g),
    ].map(([, name]) => name!);
    const missing = named.filter((name) => !existsSync(join(root, name)));
    expect({ unknownScripts, dead, missing }).toEqual({
      unknownScripts: [],
      dead: [],
      missing: [],
    });
    expect(statSync(join(root, path)).size).toBeGreaterThan(0);
  });
});
