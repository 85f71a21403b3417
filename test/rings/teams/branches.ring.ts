/** Two branches each grow a project, git merges them, a person decides what git can not, and a sync settles the rest. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskWorkspace, readProject } from '@hut/kit';
import { requireUv, runTool } from '@hut/testing';
import { generator as model } from '../../../generators/model/model.ts';
import { freshlyRendered } from './freshly-rendered.ts';
import { openTeamProject, withEntity } from './team-project.ts';

const minutes = 60_000;
const project = openTeamProject();
const { root } = project;
afterAll(() => project.remove());

/** What people write: into files that both branches change, and into one that hut alone changes. */
const edits = {
  left: [
    'app/models/article.py',
    '\n\ndef is_long(article: Article) -> bool:\n    return bool(article.body)\n',
  ],
  right: ['tests/test_articles.py', '\n\ndef test_of_the_right_team() -> None:\n    assert True\n'],
  rightAlone: ['app/services/article_service.py', '\n\nLIMIT = 10\n'],
} as const;

const write = ([path, text]: readonly [string, string]): void =>
  project.write(path, project.read(path) + text);
const withField = (name: string, value: string) => ({
  set: ['entities', 'Article', 'fields', name],
  value,
});

/** What a person makes of the one place in hut.yaml where git stops: what both sides say. */
function resolved(text: string): string {
  const both = [
    '      headline: string:120',
    '      rating: int:optional',
    '      subtitle: string:optional',
    '    layers: endpoint',
    '  Basket:',
    '    fields:',
    '      label: string:80',
    '',
  ].join('\n');
  return text.replace(/<<<<<<<[^]*>>>>>>> .*\n/, both);
}

let blueprintOfBoth: string;

beforeAll(async () => {
  await project.hut({
    splices: [
      withEntity('Article', { body: 'text', title: 'string:120' }),
      withEntity('Comment', { text: 'text' }),
      withEntity('Tag', { name: 'string:40' }),
    ],
  });
  project.git('init', '--quiet', '--initial-branch', 'main');
  project.save('start');
  project.git('checkout', '--quiet', '-b', 'left');
  await project.hut({
    features: { badge: {} },
    splices: [withEntity('Cart', { owner: 'string:80' }), withField('subtitle', 'string:optional')],
  });
  write(edits.left);
  await project.hut({ splices: [{ remove: ['entities', 'Comment'] }] });
  project.save('left');
  project.git('checkout', '--quiet', '-b', 'right', 'main');
  await project.hut({
    splices: [withEntity('Basket', { label: 'string:80' }), withField('rating', 'int:optional')],
  });
  write(edits.right);
  write(edits.rightAlone);
  await project.hut({
    splices: [
      { rename: ['entities', 'Article', 'fields', 'title'], to: 'headline' },
      withField('headline', 'string:120:was=title'),
    ],
  });
  project.save('right');
  project.reset('left');
  project.merge('right');
  blueprintOfBoth = resolved(project.read('hut.yaml'));
}, 2 * minutes);

/** Merges the right branch into the left one and settles hut.yaml; gives what else git could not merge. */
function mergeRight(...options: readonly string[]): readonly string[] {
  project.reset('left');
  const conflicts = project.merge('right', ...options);
  project.write('hut.yaml', blueprintOfBoth);
  return conflicts.filter((path) => path !== 'hut.yaml');
}

function take(side: 'ours' | 'theirs', paths: readonly string[]): void {
  if (paths.length > 0) project.git('checkout', `--${side}`, '--', ...paths);
}

const isBase = (path: string): boolean => path.startsWith('.hut/base/');
const lastMigration = (): string | undefined =>
  readdirSync(join(root, 'migrations/versions'))
    .filter((path) => path.endsWith('.py'))
    .sort()
    .at(-1);

describe('two branches that each grew the project', () => {
  it('meet in few files, never in a migration or a record', () => {
    const conflicts = [...mergeRight(), 'hut.yaml'].filter((path) => !isBase(path)).sort();
    process.stdout.write(
      `git stops in ${String(conflicts.length)} files: ${conflicts.join(', ')}\n`,
    );
    expect(conflicts.length).toBeLessThanOrEqual(9);
    expect(conflicts.filter((path) => /^migrations|^\.hut\/made/.test(path))).toEqual([]);
  });

  it.each(['ours', 'theirs'] as const)(
    'are settled by one sync when %s was taken of each file and its base',
    async (side) => {
      take(side, mergeRight());
      const { changes, notes } = await project.hut({ yes: false });
      expect(changes.filter(({ action }) => action === 'conflict')).toEqual([]);
      expect(notes).toEqual([
        expect.stringMatching(/^Joins the migration heads \w{12} and \w{12}$/),
      ]);
      expect(lastMigration()).toBe('0004_merge_heads.py');
      const expected = new Map(freshlyRendered(project.read('hut.yaml')));
      const kept = [side === 'ours' ? edits.left : edits.right, edits.rightAlone];
      for (const [path, text] of kept) expected.set(path, expected.get(path)! + text);
      expect(wrongFiles(expected)).toEqual([]);
      const { changes: again, written } = await project.hut();
      expect({ again, written }).toEqual({ again: [], written: false });
    },
    minutes,
  );

  it.each(['ours', 'theirs'] as const)(
    'are settled after git merge -X %s, with what git left of what people wrote',
    async (side) => {
      expect(mergeRight('-X', side)).toEqual([]);
      const left = Object.values(edits).filter(([path, text]) => project.read(path).includes(text));
      expect(left.length).toBeGreaterThanOrEqual(2);
      const { changes } = await project.hut({ yes: false, onConflict: 'mine' });
      const open = changes.filter(({ action }) => action === 'conflict').map(({ path }) => path);
      process.stdout.write(`after -X ${side} hut asks about ${String(open.length)} files\n`);
      for (const [path, text] of left) expect(project.read(path)).toContain(text);
      expect((await project.hut()).written).toBe(false);
    },
    minutes,
  );

  it.each([
    ['ours', 'theirs'],
    ['theirs', 'ours'],
  ] as const)(
    'are not taken for unedited with the file of %s and the base of %s',
    async (side, other) => {
      const conflicts = mergeRight();
      const files = conflicts.filter((path) => !isBase(path));
      take(side, files);
      take(other, conflicts.filter(isBase));
      const own = new Map(files.map((path) => [path, linesOfTheirOwn(path)] as const));
      await project.hut({ yes: false, onConflict: 'mine' });
      const lost = files.flatMap((path) => {
        const there = new Set(project.read(path).split('\n'));
        return own.get(path)!.filter((line) => !there.has(line));
      });
      expect(lost).toEqual([]);
      expect([...own.values()].flat()).toContain(
        side === 'ours' ? '    return bool(article.body)' : 'def test_of_the_right_team() -> None:',
      );
    },
    minutes,
  );

  it('say which bases git left with markers, when they are not all the same', async () => {
    take(
      'ours',
      mergeRight().filter((path) => !isBase(path)),
    );
    await expect(project.hut({ yes: false })).rejects.toMatchObject({
      id: 'conflict',
      message: expect.stringContaining('git left conflict markers in .hut/base/'),
    });
  });

  it('lose no table in silence when one side of hut.yaml was taken', async () => {
    take('ours', mergeRight());
    project.git('checkout', '--ours', '--', 'hut.yaml');
    await expect(project.hut({ yes: false })).rejects.toMatchObject({
      id: 'destructive',
      message: expect.stringContaining('drops the table baskets'),
    });
  });
});

describe('a branch that renames an entity while another one adds a field to it', () => {
  it('is settled by a person, as the message says', async () => {
    project.reset('main');
    project.git('checkout', '--quiet', '-b', 'renaming');
    await project.hut({
      splices: [
        { rename: ['entities', 'Tag'], to: 'Label' },
        { set: ['entities', 'Label', 'was'], value: 'Tag' },
      ],
    });
    project.save('renaming');
    const blueprint = project.read('hut.yaml');
    project.git('checkout', '--quiet', '-b', 'adding', 'main');
    const color = { set: ['entities', 'Tag', 'fields', 'color'], value: 'string:9:optional' };
    await project.hut({ splices: [color] });
    project.save('adding');
    project.git('checkout', '--quiet', 'renaming');
    take('ours', project.merge('adding', '-X', 'ours'));
    project.write(
      'hut.yaml',
      blueprint.replace(/( +)name: string:40\n/, '$&$1color: string:9:optional\n'),
    );
    const added = 'migrations/versions/0002_add_tag_color.py';
    await expect(project.hut({ onConflict: 'next' })).rejects.toMatchObject({
      id: 'schema',
      message: `${added} and migrations/versions/0002_rename_tag.py both change tags, and neither comes after the other.`,
    });
    rmSync(join(root, added));
    rmSync(join(root, `.hut/made/${added}.made`));
    await project.hut({ onConflict: 'next' });
    expect(lastMigration()).toBe('0003_add_label_color.py');
  });
});

describe('the databases of two branches', () => {
  const program = (name: string): string => join(root, '.venv/bin', name);
  const file = (database: string): string => join(root, `../${database}.db`);
  const url = (database: string): string => `sqlite+aiosqlite:///${file(database)}`;
  const alembic = (database: string, ...args: readonly string[]): string =>
    runTool('env', [`DATABASE_URL=${url(database)}`, program('alembic'), ...args], root);
  const query = (database: string, sql: string): string => {
    const script =
      'import sqlite3, sys\nwith sqlite3.connect(sys.argv[1]) as c: print(c.execute(sys.argv[2]).fetchall())';
    return runTool(program('python'), ['-c', script, file(database), sql], root).trim();
  };
  const isUpToDate = (database: string): void => {
    alembic(database, 'upgrade', 'head');
    expect(alembic(database, 'check')).toContain('No new upgrade operations');
  };

  beforeAll(async () => {
    for (const [side, title] of [
      ['left', 'title'],
      ['right', 'headline'],
    ] as const) {
      project.reset(side);
      if (!existsSync(join(root, '.venv'))) runTool(requireUv(), ['sync', '--quiet'], root);
      alembic(side, 'upgrade', 'head');
      const now = "'2026-11-21 00:00:00'";
      const columns = `id, body, ${title}, created_at, updated_at`;
      query(
        side,
        `INSERT INTO articles (${columns}) VALUES ('1', 'long', 'Hello', ${now}, ${now})`,
      );
    }
    take('ours', mergeRight());
    await project.hut({ yes: false });
    project.save('merged');
    project.git('branch', '--force', 'merged');
  }, 5 * minutes);

  it.each(['left', 'right'])(
    'go to the one head, %s, with their rows, and are as the models say',
    (side) => {
      project.reset('merged');
      isUpToDate(side);
      const rows = query(side, 'SELECT headline, rating, subtitle FROM articles');
      expect(rows).toBe("[('Hello', None, None)]");
    },
    minutes,
  );

  it(
    'are grown further by the next command, a new one too',
    async () => {
      project.reset('merged');
      await project.hut({ splices: [withEntity('Label', { text: 'string:20' })] });
      expect(lastMigration()).toBe('0005_add_label.py');
      isUpToDate('new');
    },
    minutes,
  );

  it(
    'tell whether a migration is applied',
    () => {
      project.reset('merged');
      const last = 'migrations/versions/0004_merge_heads.py';
      const isUsed = (database: string): boolean => {
        project.write('.env', `DATABASE_URL=${url(database)}\n`);
        return model.isUsed!(last, readProject(diskWorkspace(root)));
      };
      writeFileSync(file('empty'), '');
      expect([isUsed('empty'), isUsed('nowhere'), isUsed('left')]).toEqual([false, false, true]);
    },
    minutes,
  );

  it(
    'are caught up by hand where the records are gone, by the lines of the message',
    async () => {
      project.reset('merged');
      rmSync(join(root, '.hut/made'), { recursive: true });
      const grow = { splices: [withEntity('Label', { text: 'text' })] };
      const error = (await project.hut(grow).catch((refusal: unknown) => refusal)) as {
        id: string;
        hint: string;
      };
      expect(error.id).toBe('schema');
      const path = `PATH=${join(root, '.venv/bin')}:${process.env.PATH!}`;
      for (const line of error.hint.split('\n').filter((one) => one.startsWith('  '))) {
        const shell = ['sh', '-c', line.replaceAll('uv run ', '')];
        if (line.includes('hut sync')) await project.hut();
        else runTool('env', [`DATABASE_URL=${url('hand')}`, path, ...shell], root);
      }
      await project.hut(grow);
      expect(lastMigration()).toBe('0006_add_label.py');
      isUpToDate('hand');
    },
    minutes,
  );
});

/** Files that do not say what is expected. */
function wrongFiles(expected: ReadonlyMap<string, string>): readonly string[] {
  return [...expected].filter(([path, text]) => project.read(path) !== text).map(([path]) => path);
}

/** Lines of a file that its base does not have. */
function linesOfTheirOwn(path: string): readonly string[] {
  const base = new Set(project.read(`.hut/base/${path}`).split('\n'));
  return project
    .read(path)
    .split('\n')
    .filter((line) => !base.has(line));
}
