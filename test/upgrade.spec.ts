/** hut upgrade through the real commands: a shop of 0.1.0 that grew and was edited comes to 0.2.0 and to 0.3.0. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Report } from '@hut/kit';
import { buildShop, disagree, workOn, type Shop } from './later-version/edited-shop.ts';
import { answerVersion, type Version } from './later-version/run-version.ts';

type Changes = Report['changes'];

jest.setTimeout(120_000);

/** Every file of a project by path, without the records of this machine. */
function filesOf({ root, read }: Shop): Readonly<Record<string, string>> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith('.hut/runs/'));
  return Object.fromEntries(paths.sort().map((path) => [path, read(path)]));
}

/** What tells how a project came to be, and the secrets of this machine. */
const history = /^(migrations\/versions\/|\.hut\/made|\.env$)/;
const withoutHistory = (shop: Shop): object =>
  Object.fromEntries(Object.entries(filesOf(shop)).filter(([path]) => !history.test(path)));

function upgrade(shop: Shop, version: Version, more = ''): Report & { readonly exitCode: number } {
  const { stdout, stderr, exitCode } = shop.hut(version, `upgrade --json${more}`);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return JSON.parse(stdout) as Report & { readonly exitCode: number };
}

const pathsOf = (changes: Changes, action: string): readonly string[] =>
  changes.filter((change) => change.action === action).map(({ path }) => path);
const changeOf = (changes: Changes, path: string): Changes[number] | undefined =>
  changes.find((change) => change.path === path);

let built: Shop;
let worked: Shop;
beforeAll(() => {
  built = buildShop();
  worked = built.copy();
  workOn(worked);
});
afterAll(() => {
  built.remove();
  worked.remove();
});

describe('a project of an older version', () => {
  it.each([
    'build',
    'sync',
    'sync --check',
    'add model Badge name',
    'add field Tag.text',
    'remove model Tag --yes',
    'change field Tag.name text',
    'rename model Tag Label',
    'set python 3.12',
    'own README.md',
    'status',
    'diff',
    'why app/main.py',
    'plan sync -o plan.json',
  ])('is refused by hut %s, which names both ways on and writes nothing', (line) => {
    const before = filesOf(worked);
    const { exitCode, stderr } = worked.hut('0.2.0', line);
    expect(stderr).toBe(
      'hut.yaml: generator: 0.1.0 renders this project, and this is hut 0.2.0\n' +
        'Bring the project to this version: hut upgrade. Or run the right one: npx --package generator-hut@0.1.0 hut <command>\n',
    );
    expect({ exitCode, files: filesOf(worked) }).toEqual({ exitCode: 3, files: before });
  });

  it('is built anew by --from only without the line that names the other version', () => {
    const { exitCode, stderr } = worked.hut('0.2.0', 'build ../other --from hut.yaml --no-install');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 3,
      stderr: expect.stringContaining('Take that line out, and this version builds it') as string,
    });
  });

  it('is not touched by an upgrade that is the version it has', () => {
    const before = filesOf(worked);
    expect(worked.hut('0.1.0', 'upgrade')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('Nothing to do') as string,
    });
    expect(filesOf(worked)).toEqual(before);
  });
});

describe('an upgrade of a project that people worked on', () => {
  let shop: Shop;
  let before: Readonly<Record<string, string>>;
  let planned: Report;
  let report: Report;
  beforeAll(() => {
    shop = worked.copy();
    before = filesOf(shop);
    planned = upgrade(shop, '0.2.0', ' --dry-run=json');
    expect(filesOf(shop)).toEqual(before);
    report = upgrade(shop, '0.2.0');
  });
  afterAll(() => shop.remove());

  it('says what docs/upgrading.md says', () => {
    const guide = readFileSync(join(import.meta.dirname, '../docs/upgrading.md'), 'utf8');
    const [refusal, note] = [...guide.matchAll(/^```text\n([\s\S]*?)^```/gm)].map(
      ([, text]) => text,
    );
    expect(worked.hut('0.2.0', 'sync').stderr).toBe(refusal);
    const { stdout } = worked.hut('0.2.0', 'upgrade --dry-run --on-conflict next');
    expect(stdout).toContain(note);
    const groups = [...guide.matchAll(/^\| ([A-Z][\w ]+\w) +\|/gm)].map(([, group]) => group!);
    expect(groups).toHaveLength(6);
    for (const [, group] of stdout.matchAll(/^([A-Z].*) \(\d+\)$/gm))
      expect(groups).toContain(group);
  });

  it('shows beforehand exactly what it does, and has nothing left to do', () => {
    expect({ ...planned, written: true }).toEqual(report);
    expect(shop.hut('0.2.0', 'upgrade --check')).toMatchObject({ exitCode: 0 });
    expect(shop.hut('0.2.0', 'sync --check')).toMatchObject({ exitCode: 0 });
  });

  it('says which version renders the project from now on, in hut.yaml and in the report', () => {
    expect(shop.read('hut.yaml')).toBe(
      before['hut.yaml']!.replace('generator: 0.1.0', 'generator: 0.2.0'),
    );
    expect(report.notes).toEqual([
      'hut 0.2.0 renders it from now on, 0.1.0 did before: hut undo takes that back',
    ]);
  });

  it('updates what nobody edited, removes what is gone, and brings what is new', () => {
    const updated = pathsOf(report.changes, 'update');
    expect(updated).toContain('app/api/v1/products.py');
    expect(updated).toContain('app/core/service.py');
    expect(updated.length).toBeGreaterThan(40);
    expect(pathsOf(report.changes, 'delete')).toEqual(['.editorconfig']);
    expect(pathsOf(report.changes, 'create')).toEqual([
      'migrations/versions/0003_change_customer_email.py',
      'tests/test_about.py',
    ]);
    expect(shop.read('.env.example')).toContain('SLOW_REQUEST=1.0');
  });

  it('merges edits far from what changes, beside it, and of a method with another name', () => {
    expect(pathsOf(report.changes, 'merge')).toEqual([
      'app/core/paging.py',
      'app/core/repository.py',
      'app/services/product_service.py',
      'pyproject.toml',
    ]);
    const service = shop.read('app/services/product_service.py');
    expect(service).toContain('Business rules stand here');
    expect(service).toContain('async def discount(');
    expect(shop.read('pyproject.toml')).toContain(
      '    "alembic>=1.18,<2",\n    "annotated-types>=0.7",\n    "anyio>=4.10,<5",\n',
    );
    const repository = shop.read('app/core/repository.py');
    expect(repository).toContain('lock: bool = False');
    expect(repository).toContain('self.sorting_of(key)');
    expect(repository).not.toContain('order_of');
  });

  it('takes own code along with a file that moves', () => {
    expect(changeOf(report.changes, 'app/core/paging.py')?.reason).toBe('was app/core/pages.py');
    expect(existsSync(join(shop.root, 'app/core/pages.py'))).toBe(false);
    const moved = shop.read('app/core/paging.py');
    expect(moved).toContain('"""Lists, one page at a time."""');
    expect(moved).toContain('class Cursor(RequestModel):');
  });

  it('leaves deleted what was deleted, and owned what is owned, and says so', () => {
    expect(existsSync(join(shop.root, 'tests/test_tags.py'))).toBe(false);
    expect(shop.read('AGENTS.md')).toBe('# How we work\n');
    expect(shop.read('.hut/base/AGENTS.md')).toBe(before['.hut/base/AGENTS.md']);
    expect(pathsOf(report.changes, 'keep')).toEqual(['AGENTS.md', 'tests/test_tags.py']);
  });

  it('makes one migration behind those that are there, and touches none of them', () => {
    const made = Object.entries(before).filter(([path]) => path.startsWith('migrations/versions/'));
    for (const [path, text] of made) expect(shop.read(path)).toBe(text);
    const migration = shop.read('migrations/versions/0003_change_customer_email.py');
    expect(migration).toContain('length=320');
    expect(report.next).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          command: expect.stringMatching(/alembic upgrade head$/) as string,
        }),
      ]),
    );
  });
});

describe('an upgrade that is not wanted', () => {
  it('is taken back by hut undo, byte for byte', () => {
    const shop = worked.copy();
    const before = filesOf(shop);
    upgrade(shop, '0.2.0');
    const { exitCode, stdout } = shop.hut('0.2.0', 'undo --yes');
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringContaining('Takes back: hut upgrade') as string,
    });
    expect(filesOf(shop)).toEqual(before);
    shop.remove();
  });
});

describe('an upgrade that meets what only a person can decide', () => {
  let shop: Shop;
  beforeAll(() => {
    shop = worked.copy();
    disagree(shop);
  });
  afterAll(() => shop.remove());

  it('is refused with the reasons where nobody is there, and shown by a dry run', () => {
    const before = filesOf(shop);
    const { exitCode, stdout } = shop.hut('0.2.0', 'upgrade --json');
    const conflicts = [
      { path: '.editorconfig', reason: 'you edited this file, and it is no longer rendered' },
      { path: 'app/services/order_service.py', reason: 'both sides changed the same lines' },
    ];
    expect({ exitCode, ...(JSON.parse(stdout) as object) }).toMatchObject({
      exitCode: 2,
      error: { id: 'conflict', conflicts },
    });
    const { changes } = upgrade(shop, '0.2.0', ' --dry-run=json');
    expect(changes.filter(({ action }) => action === 'conflict')).toMatchObject(conflicts);
    expect(filesOf(shop)).toEqual(before);
  });

  it('shows a person all of it before the first question, and writes nothing when they leave', () => {
    const before = filesOf(shop);
    const up = '\u001b[A';
    const steps = [['2 conflicts remain', `${up}\r`]] as const;
    const { exitCode, output } = answerVersion('0.2.0', 'upgrade', shop.root, steps);
    const [plan] = output.split('2 conflicts remain');
    expect(plan).toMatch(
      /Created \(2\)[^]*Merged with your edits \(4\)[^]*Kept \(2\)[^]*Conflicts \(2\)/,
    );
    expect({ exitCode, files: filesOf(shop) }).toEqual({ exitCode: 130, files: before });
  });

  it('is done when all is decided, and does not ask the same again', () => {
    upgrade(shop, '0.2.0', ' --on-conflict mine');
    expect(shop.read('app/services/order_service.py')).toContain('Ada looks after these rules');
    expect(shop.read('.editorconfig')).toContain('max_line_length = 88');
    expect(shop.hut('0.2.0', 'sync --check')).toMatchObject({ exitCode: 0 });
    const { changes } = upgrade(shop, '0.3.0', ' --dry-run=json');
    expect(changeOf(changes, 'app/services/order_service.py')?.action).not.toBe('conflict');
    // The file comes back, and it is theirs by now.
    expect(changeOf(changes, '.editorconfig')?.action).toBe('conflict');
  });
});

describe('an upgrade without the base of some files', () => {
  let shop: Shop;
  beforeAll(() => {
    shop = worked.copy();
    for (const path of ['app/main.py', 'app/api/v1/tags.py', 'app/services/product_service.py'])
      shop.drop(`.hut/base/${path}`);
  });
  afterAll(() => shop.remove());

  it('guesses nothing: what is not what is rendered now is a conflict', () => {
    const { changes } = upgrade(shop, '0.2.0', ' --dry-run=json');
    expect(pathsOf(changes, 'conflict')).toEqual([
      'app/api/v1/tags.py',
      'app/services/product_service.py',
    ]);
  });

  it('needs no decision when the old version has made the base whole', () => {
    expect(shop.hut('0.1.0', 'sync')).toMatchObject({ exitCode: 0 });
    expect(pathsOf(upgrade(shop, '0.2.0').changes, 'conflict')).toEqual([]);
    expect(shop.read('app/services/product_service.py')).toContain('async def discount(');
  });

  it('does not guess what the tables are when all of .hut is gone', () => {
    const other = worked.copy();
    rmSync(join(other.root, '.hut'), { recursive: true });
    const { stdout } = other.hut('0.2.0', 'upgrade --dry-run=json --json');
    expect(JSON.parse(stdout)).toMatchObject({ error: { id: 'schema' } });
    other.remove();
  });
});

describe('two upgrades at once', () => {
  it('leave what one after the other leaves, but for the migrations', () => {
    const [slow, fast] = [worked.copy(), worked.copy()];
    upgrade(slow, '0.2.0');
    upgrade(slow, '0.3.0');
    const { changes } = upgrade(fast, '0.3.0');
    expect(changeOf(changes, 'app/core/listing.py')?.reason).toBe('was app/core/pages.py');
    expect(withoutHistory(fast)).toEqual(withoutHistory(slow));
    expect(fast.read('hut.yaml')).toMatch(/^hut: 2\ngenerator: 0\.3\.0\n/);
    expect(fast.read('hut.yaml')).not.toContain('architecture');
    for (const shop of [slow, fast]) shop.remove();
  });

  it('leave a project that nobody edited as the new version builds it', () => {
    const old = built.copy();
    upgrade(old, '0.3.0');
    const line = 'build anew/shop --from hut.yaml --yes --no-install --no-git';
    expect(old.hut('0.3.0', line)).toMatchObject({ exitCode: 0 });
    const anew = { ...old, root: join(old.root, 'anew/shop') };
    const read = (path: string): string => old.read(join('anew/shop', path));
    const fresh = withoutHistory({ ...anew, read });
    rmSync(join(old.root, 'anew'), { recursive: true });
    expect(withoutHistory(old)).toEqual(fresh);
    old.remove();
  });
});

describe('a newer project', () => {
  it('is refused by an older hut, upgrade included, with the command that runs the right one', () => {
    const shop = built.copy();
    upgrade(shop, '0.3.0');
    const before = filesOf(shop);
    for (const version of ['0.1.0', '0.2.0'] as const)
      for (const line of ['upgrade', 'sync'])
        expect(shop.hut(version, line)).toEqual({
          exitCode: 3,
          stdout: '',
          stderr:
            `hut.yaml: generator: 0.3.0 renders this project, and this is hut ${version}\n` +
            'Run the newer one: npx --package generator-hut@0.3.0 hut <command>\n',
        });
    expect(filesOf(shop)).toEqual(before);
    shop.remove();
  });
});

describe('a hut.yaml of an earlier format', () => {
  const draft = (text: string): string =>
    text
      .replace('hut: 1', 'hut: 0 # a draft')
      .replace('database: sqlite', 'db: sqlite # one file')
      .replace('entities:', '# What we sell.\nmodels:')
      .replace('birthday: date:optional', 'birthday: date? # for the card');

  it('is refused by every command but upgrade, which brings it here and keeps comments and order', () => {
    const shop = built.copy();
    shop.write('hut.yaml', draft(shop.read('hut.yaml')));
    const refused = shop.hut('0.2.0', 'sync');
    expect(refused).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('hut upgrade') as string,
    });
    upgrade(shop, '0.2.0');
    expect(shop.read('hut.yaml')).toBe(
      built
        .read('hut.yaml')
        .replace('hut: 1', 'hut: 1 # a draft')
        .replace('generator: 0.1.0', 'generator: 0.2.0')
        .replace('database: sqlite', 'database: sqlite # one file')
        .replace('entities:', '# What we sell.\nentities:')
        .replace('birthday: date:optional', 'birthday: date:optional # for the card'),
    );
    shop.remove();
  });
});
