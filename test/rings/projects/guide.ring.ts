/** docs/entities.md is a walk through a growing project: its commands are run, its edits made, its claims compared. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireUv, runTool } from '@hut/testing';
import { hutHere } from '../../commands/hut-here.ts';

const minutes = 60_000;
const guide = readFileSync(join(import.meta.dirname, '../../../docs/entities.md'), 'utf8');

interface Block {
  readonly language: string;
  readonly text: string;
  /** The file that the sentence above the block names. */
  readonly path: string | undefined;
  readonly heading: string;
}

/** The code blocks of the guide, in order. */
const blocks: readonly Block[] = guide.split(/^## /m).flatMap((section) => {
  const [heading = ''] = section.split('\n');
  const found = section.matchAll(/(?:In `([^`]+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...found].map(([, path, language, text]) => ({
    language: language!,
    text: text!,
    path,
    heading,
  }));
});

/** The rows of the table below a heading whose first column has a title, cell by cell without backticks. */
function rowsOf(heading: string, title: string): readonly (readonly string[])[] {
  const [, section = ''] = guide.split(new RegExp(`^## ${heading}$`, 'm'));
  const [, table = ''] = section.split('\n## ')[0]!.split(new RegExp(`^\\| ${title} .*\n`, 'm'));
  const rows = table.slice(0, table.search(/^(?!\|)/m)).split('\n');
  return rows
    .filter((row) => row.startsWith('| ') && !row.startsWith('| --'))
    .map((row) => row.split('|').map((cell) => cell.trim().replaceAll('`', '')))
    .map((cells) => cells.slice(1, -1));
}

const parent = mkdtempSync(join(tmpdir(), 'hut-guide-'));
const root = join(parent, 'blog');
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The text of every file that is the project's, by path. */
function textOfFiles(): Readonly<Record<string, string>> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !/^\.venv|_cache|__pycache__|^\.hut\/runs|\.db/.test(path));
  return Object.fromEntries(paths.map((path) => [path, read(path)]));
}

/** Runs one line of a shell block; what hut said is returned. */
async function runLine(line: string): Promise<string> {
  const [program, ...words] = line.split(' ');
  if (program === 'cd') return '';
  if (program === 'uv') return runUv(words);
  expect(program).toBe('hut');
  const isNew = words[0] === 'build';
  const added = ['--no-install', ...(isNew ? ['--yes', '--no-git'] : [])];
  const ran = await hutHere([...words, ...added], isNew ? parent : root);
  expect({ line, ...ran }).toMatchObject({ line, exitCode: 0, stderr: '' });
  return ran.stdout;
}

function runUv([command, program, ...words]: readonly string[]): string {
  if (command === 'run') return runTool(join(root, '.venv/bin', program!), words, root);
  return runTool(requireUv(), [command!, '--quiet', '--compile-bytecode'], root);
}

/** Makes the edit of a diff block: the lines before must stand in the file, once. */
function edit(path: string, diff: string): void {
  const lines = diff.split('\n').slice(0, -1);
  const without = (sign: string): string =>
    lines
      .filter((line) => !line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const [text, from, to] = [read(path), without('+'), without('-')];
  expect([path, text.split(from).length - 1, from]).toEqual([path, 1, from]);
  writeFileSync(
    join(root, path),
    text.replace(from, () => to),
  );
}

const rowOfAuthor = ['a'.repeat(32), 'Ann', 'ann@example.org'];
const rowOfArticle = ['b'.repeat(32), 'On rows', 'Rows stay.', 'a'.repeat(32)];

/** Runs SQL on the database of the project and returns its rows, as JSON. */
function query(sql: string, values: readonly string[]): string {
  const code = [
    'import json, sqlite3, sys',
    'with sqlite3.connect("blog.db") as db:',
    '    print(json.dumps(db.execute(sys.argv[1], sys.argv[2:]).fetchall()))',
  ];
  return runTool(
    join(root, '.venv/bin/python'),
    ['-c', code.join('\n'), sql, ...values],
    root,
  ).trim();
}

function storeRows(): void {
  const now = `'2026-01-01 00:00:00', '2026-01-01 00:00:00'`;
  query(
    `INSERT INTO authors (id, name, email, created_at, updated_at) VALUES (?, ?, ?, ${now})`,
    rowOfAuthor,
  );
  query(
    `INSERT INTO articles (id, title, body, author_id, created_at, updated_at) VALUES (?, ?, ?, ?, ${now})`,
    rowOfArticle,
  );
}

/** Does what a block says, or compares it; returns what hut said last. */
async function follow({ language, text, path }: Block, said: string): Promise<string> {
  if (language === 'diff') edit(path!, text);
  if (language === 'yaml') expect(read('hut.yaml')).toContain(text);
  if (language === 'text') expect(said).toContain(text);
  if (language !== 'sh') return said;
  let last = said;
  for (const line of text.trimEnd().split('\n')) {
    const printed = await runLine(line);
    if (line.startsWith('hut ')) last = printed;
  }
  return last;
}

describe('docs/entities.md', () => {
  it(
    'is a walk whose commands run, whose edits can be made, and whose outputs are those of hut',
    async () => {
      let said = '';
      let heading = '';
      for (const block of blocks) {
        if (block.heading !== heading) between[block.heading]?.();
        ({ heading } = block);
        said = await follow(block, said);
      }
    },
    5 * minutes,
  );

  /** What is done and looked at before a section begins. */
  const between: Readonly<Record<string, () => void>> = {
    Layers: compareFiles,
    'Business rules': storeRows,
    Migrations: compareRows,
  };

  function compareRows(): void {
    const rows = query('SELECT headline, body, priority, locale, teaser FROM posts', []);
    expect(JSON.parse(rows)).toEqual([[rowOfArticle[1], rowOfArticle[2], 0, '', null]]);
  }

  /** The files of the first entity, as the guide lists them. */
  function compareFiles(): void {
    const listed = rowsOf('An entity with its routes', 'file').map(([path]) => path);
    expect(listed).toHaveLength(7);
    const about = Object.keys(textOfFiles()).filter((path) => /^(app|tests).*author/.test(path));
    expect(about.sort()).toEqual([...listed].sort());
    expect(existsSync(join(root, 'migrations/versions/0001_initial.py'))).toBe(true);
  }

  it('lists the routes that the application has', () => {
    const code = 'import json; from app.main import app; print(json.dumps(app.openapi()["paths"]))';
    const paths = JSON.parse(
      runTool(join(root, '.venv/bin/python'), ['-c', code], root),
    ) as Readonly<Record<string, object>>;
    const routes = Object.entries(paths)
      .filter(([path]) => path.startsWith('/api/v1/authors'))
      .flatMap(([path, methods]) =>
        Object.keys(methods).map(
          (method) => `${method.toUpperCase()} ${path.replace('author_id', 'id')}`,
        ),
      );
    const listed = rowsOf('An entity with its routes', 'route').map(([route]) => route!);
    expect([...listed].sort()).toEqual(routes.sort());
  });

  it('keeps what the user wrote', () => {
    expect(read('app/services/post_service.py')).toContain(
      '        record.headline = record.headline.strip()\n',
    );
    expect(read('app/api/v1/posts.py')).toContain(
      '    return await service.update(post_id, PostUpdate(body=None))\n',
    );
    expect(read('hut.yaml')).toContain('teaser: string:80:optional  # shown in lists\n');
  });

  it('lets survive what it says that survives', async () => {
    const replace = (path: string, from: string, to: string): void =>
      edit(path, `-${from}\n+${to}\n`);
    rmSync(join(root, 'tests/factories/tag.py'));
    replace('hut.yaml', 'own: []', 'own: [app/api/v1/tags.py]  # ours now');
    replace('app/api/v1/tags.py', '"""The routes of tags."""', '"""Our routes."""');
    replace('app/models/tag.py', '"""The table of tags."""', '"""Labels of articles."""');
    const before = textOfFiles();
    await runLine('hut rename field Tag.name label');
    const after = textOfFiles();
    expect(after).not.toHaveProperty(['tests/factories/tag.py']);
    expect(after['app/api/v1/tags.py']).toBe(before['app/api/v1/tags.py']);
    expect(after['app/models/tag.py']).toMatch(/^"""Labels of articles."""\n[^]* label: Mapped/);
    expect(after['hut.yaml']).toContain('own: [app/api/v1/tags.py]  # ours now\n');
    const migrations = Object.entries(before).filter(([path]) => /versions.*py$/.test(path));
    expect(after).toMatchObject(Object.fromEntries(migrations));
    replace(
      'app/models/tag.py',
      '    label: Mapped[str] = mapped_column(String(40), unique=True)',
      '    label: Mapped[str] = mapped_column(String(44), unique=True)',
    );
    const files = textOfFiles();
    const { exitCode } = await hutHere('change field Tag.label string:50:unique', root);
    expect({ exitCode, files: textOfFiles() }).toEqual({ exitCode: 2, files });
  });

  it('names commands of layers that hut knows', async () => {
    for (const [command] of rowsOf('Layers', 'command'))
      expect({ command, ...(await hutHere(`${command!} --dry-run`.slice(4), root)) }).toMatchObject(
        command!.includes('model') ? { exitCode: 3 } : { exitCode: 0 },
      );
  });

  it.each(rowsOf('What is refused', 'command'))('%s is refused: %s', async (command, answer) => {
    const before = textOfFiles();
    const { exitCode, stderr } = await hutHere(
      [...command!.split(' ').slice(1), '--no-install'],
      root,
    );
    expect(stderr.split('\n')[0]).toBe(answer);
    expect(stderr.split('\n')[1]).not.toBe('');
    expect({ exitCode, files: textOfFiles() }).toEqual({ exitCode: 3, files: before });
  });
});
