/** What was planned is what is applied, or nothing is: `hut plan` and `hut apply`. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lookup } from '../../generators/lookup.ts';
import { hutHere } from './hut-here.ts';
import { openShop, type Shop } from './open-shop.ts';

interface StoredPlan {
  readonly generator: string;
  readonly command: readonly string[];
  readonly reads: Readonly<Record<string, string | null>>;
  readonly writes: Readonly<Record<string, string | null>>;
  readonly destructive: readonly string[];
}

let shop: Shop;
beforeEach(async () => (shop = await openShop('add model Tag name')));
afterEach(() => shop.remove());

const planned = (): StoredPlan => JSON.parse(shop.read('p.json')) as StoredPlan;
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
/** All but the plan. */
const filesOf = (): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(shop.files()).filter(([path]) => path !== 'shop/p.json'));
const refused = async (line: string, id: string, message: string): Promise<void> => {
  const before = shop.files();
  expect(await shop.json(line)).toMatchObject({ error: { id }, exitCode: 3 });
  expect((await shop.hut(line)).stderr).toContain(message);
  expect(shop.files()).toEqual(before);
};

describe('hut plan', () => {
  it('writes nothing but the plan, and shows what would be written', async () => {
    const before = filesOf();
    const output = await shop.done('plan add model Label name:string:40 -o p.json');
    expect(output).toMatch(/^This would be written:\nCreated \(4\)\n {2}app\/models\/label.py\n/);
    expect(output).toContain('Nothing is written yet: hut apply p.json\n');
    expect(filesOf()).toEqual(before);
    await shop.done('add model Label name:string:40');
    const { writes } = planned();
    for (const [path, hash] of Object.entries(writes))
      expect([path, sha(shop.read(path))]).toEqual([path, hash]);
  });

  it('holds the command, the version, and hashes of all that is read and written: no contents, no secrets', async () => {
    shop.edit('.env', 'ENVIRONMENT=', 'HIDDEN=topsecret\nENVIRONMENT=');
    await shop.done('plan add model Label name -o p.json');
    expect(planned()).toMatchObject({
      generator: '0.1.0',
      command: ['add', 'model', 'Label', 'name'],
      destructive: [],
    });
    const { reads, writes } = planned();
    for (const value of [...Object.values(reads), ...Object.values(writes)])
      expect(value ?? 'f'.repeat(64)).toMatch(/^[0-9a-f]{64}$/);
    expect(reads['hut.yaml']).toBe(sha(shop.read('hut.yaml')));
    expect(Object.keys({ ...reads, ...writes })).not.toContain('.env');
    expect(shop.read('p.json')).not.toContain('topsecret');
  });

  it('goes to standard output without -o, and with --json', async () => {
    const { stdout } = await shop.hut('plan add model Label name');
    expect(await shop.json('plan add model Label name -o p.json')).toEqual({
      ...JSON.parse(stdout),
      command: ['add', 'model', 'Label', 'name', '--json'],
    });
    expect((await shop.hut('plan -o p.json add model Label name -q')).stdout).toBe('');
    expect(planned().command).toContain('-q');
  });

  it.each(['app/main.py', 'hut.yaml', '.hut/base/app/main.py'])(
    'is written over an older plan, and never over %s',
    async (path) => {
      await refused(
        `plan add model Label name -o ${path}`,
        'output-taken',
        `${path} is there, and is no plan of hut: nothing was written\nName another file behind -o.`,
      );
      await shop.done('plan add model Label name -o p.json');
      await shop.done('plan add model Brand name -o p.json');
      expect(planned().command).toContain('Brand');
    },
  );

  it('names what a migration would lose, and applying it is the yes', async () => {
    expect((await shop.hut('remove field Tag.name')).exitCode).toBe(3);
    expect(await shop.done('plan remove field Tag.name -o p.json')).toContain(
      'drops the column tags.name',
    );
    expect(planned().destructive).toEqual([
      expect.stringContaining('drops the column tags.name') as string,
    ]);
    await shop.done('apply p.json');
    expect(shop.read('hut.yaml')).not.toContain('name: string');
  });

  it.each(['build', 'sync', 'upgrade', 'status', 'log', 'list', 'diff', 'why hut.yaml'])(
    'refuses hut %s, which writes nothing here',
    async (line) => {
      await refused(`plan ${line} -o p.json`, 'no-plan', `hut ${line} writes nothing here`);
    },
  );

  it.each([
    ['add model Label name --dry-run', 'no-plan', 'writes nothing here'],
    ['add model Label name --check', 'no-plan', 'writes nothing here'],
    ['plan add model Label name', 'no-plan', 'writes nothing here'],
    ['apply p.json', 'no-plan', 'writes nothing here'],
    ['add model Tag name', 'entity-exists', 'Tag exists already'],
    ['add model', 'missing-argument', 'entity is missing'],
    ['nope', 'usage', "unknown command 'nope'"],
    ['', 'usage', "missing required argument 'command'"],
    ['add model Label name -o nope/p.json', 'write-failed', 'Name another file behind -o.'],
    ['add model Label name -o .', 'write-failed', 'Name another file behind -o.'],
  ])('refuses what can not be planned: hut plan %s: %s', async (line, id, message) => {
    await refused(`plan ${line}`.trim(), id, message);
  });

  it('refuses a run with conflicts that nobody decided, and plans one that is decided', async () => {
    const path = 'app/about.py';
    const [, line] = /^(DESCRIPTION = .*)$/m.exec(shop.read(path))!;
    shop.edit(path, line!, 'DESCRIPTION = "Mine"');
    expect((await shop.hut('plan set description Other -o p.json')).exitCode).toBe(2);
    expect(shop.has('p.json')).toBe(false);
    await shop.done('plan --on-conflict next set description Other -o p.json');
    await shop.done('apply p.json');
    expect(shop.read(path)).toContain('"Other"');
  });
});

describe('hut apply', () => {
  it.each([
    'add crud Label name:string:40',
    'rename model Tag Label',
    'remove model Tag',
    'set description Other',
    'own app/main.py',
    'undo',
    'build --python 3.12',
    'set description Other -C .',
  ])('does what hut %s does', async (line) => {
    const other = await openShop('add model Tag name');
    await other.done(`${line} --yes`);
    await shop.done(`plan ${line} -o p.json`);
    await shop.done('apply p.json');
    expect(filesOf()).toEqual(other.files());
    other.remove();
  });

  it('plans an upgrade with the version that renders it, which alone applies it', async () => {
    const later = (line: string): ReturnType<typeof hutHere> =>
      hutHere(line, shop.root, lookup, '0.2.0');
    expect(await later('plan upgrade -o p.json')).toMatchObject({ exitCode: 0, stderr: '' });
    await refused('apply p.json', 'plan-version', 'made by hut 0.2.0, and this is hut 0.1.0');
    expect(await later('apply p.json')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(shop.read('hut.yaml')).toMatch(/^generator: 0\.2\.0\b/m);
  });

  it('plans and applies a new project, which is not there before', async () => {
    const run = (line: string): ReturnType<typeof hutHere> => hutHere(line, join(shop.root, '..'));
    await run('plan build blog --yes --no-install --no-git -o p.json');
    expect(shop.files()).not.toHaveProperty(['blog/hut.yaml']);
    expect(await run('apply p.json')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(Object.keys(shop.files())).toContain('blog/.env');
  });

  it('applies what sync would do to an edited hut.yaml', async () => {
    shop.edit('hut.yaml', 'description: ', 'description: "Other" # ');
    await shop.done('plan sync -o p.json');
    await shop.done('apply p.json');
    expect(shop.read('app/about.py')).toContain('Other');
  });

  it('holds in another checkout of the same files, whose .env and runs are its own', async () => {
    await shop.done('plan add model Label name -o p.json');
    const checkout = join(shop.root, '../ci/shop');
    mkdirSync(join(checkout, '..'));
    cpSync(shop.root, checkout, { recursive: true });
    rmSync(join(checkout, '.env'));
    rmSync(join(checkout, '.hut/runs'), { recursive: true });
    expect(await hutHere('apply p.json', checkout)).toMatchObject({ exitCode: 0 });
    expect(shop.files()).toHaveProperty(['ci/shop/app/models/label.py']);
  });

  it.each([
    ['an edited file', 'app/models/__init__.py', '# mine\n'],
    ['a file that only the merge reads', 'app/main.py', '# mine\n'],
    ['another hut.yaml', 'hut.yaml', '# mine\n'],
    ['another base', '.hut/base/app/main.py', '# mine\n'],
    ['another migration', 'migrations/versions/0001_initial.py', '# mine\n'],
  ])('refuses %s, naming it', async (_, path, text) => {
    await shop.done('plan add model Label name -o p.json');
    shop.write(path, shop.read(path) + text);
    await refused('apply p.json', 'plan-differs', path);
  });

  it('refuses a plan that was applied already, also where there would be nothing to do', async () => {
    await shop.done('plan add model Label name -o p.json');
    await shop.done('apply p.json');
    await refused('apply p.json', 'entity-exists', 'Label exists already');
    await shop.done('plan set description Other -o p.json');
    await shop.done('apply p.json');
    await refused('apply p.json', 'plan-differs', 'nothing was written. It differs in AGENTS.md');
  });

  it('compares in a dry run too, and shows it in the form that is asked for', async () => {
    await shop.done('plan add model Label name -o p.json');
    const before = filesOf();
    expect(await shop.done('apply p.json --dry-run=diff')).toContain('+++ b/app/models/label.py');
    expect((await shop.hut('apply p.json --check')).exitCode).toBe(1);
    expect(filesOf()).toEqual(before);
    expect(await shop.json('apply p.json')).toMatchObject({ written: true });
    const { stdout } = await shop.hut('apply p.json -n');
    expect(stdout).toBe('');
  });

  it('finds plan and project from the folder of -C', async () => {
    await shop.done('plan add model Label name -o p.json');
    await shop.done(['-C', '..', 'apply', 'p.json'], 'app');
    expect(shop.has('app/models/label.py')).toBe(true);
  });

  const plan = { plan: 1, generator: '0.1.0', command: ['add', 'model', 'Label', 'name'] };
  it.each([
    ['nothing', ''],
    ['no JSON', '{"plan": 1,'],
    ['no object', 'null'],
    ['a list', '[]'],
    ['no hashes', JSON.stringify(plan)],
    ['another format', JSON.stringify({ ...plan, plan: 2, reads: {}, writes: {} })],
    ['words that are none', JSON.stringify({ ...plan, command: [1], reads: {}, writes: {} })],
    ['lists for hashes', JSON.stringify({ ...plan, reads: [], writes: [] })],
    [
      'a command that writes nothing',
      JSON.stringify({ ...plan, command: ['list'], reads: {}, writes: {} }),
    ],
  ])('refuses a file that holds %s', async (_, text) => {
    shop.write('p.json', text);
    await refused('apply p.json', 'bad-plan', 'p.json is no plan of hut');
  });

  it.each([
    [{ ...plan, reads: {}, writes: {} }, 'plan-differs', 'The plan no longer holds'],
    [{ ...plan, generator: '0.2.0', reads: {}, writes: {} }, 'plan-version', 'made by hut 0.2.0'],
    [
      { ...plan, command: ['apply', 'p.json'], reads: {}, writes: {} },
      'no-plan',
      'hut apply p.json',
    ],
    [{ ...plan, command: ['nope'], reads: {}, writes: {} }, 'usage', 'unknown command'],
  ])('refuses the plan %j: %s', async (stored, id, message) => {
    shop.write('p.json', JSON.stringify(stored));
    await refused('apply p.json', id, message);
  });

  it('refuses a file that is not there, or can not be read', async () => {
    await refused('apply nope.json', 'no-file', 'nope.json');
    await refused('apply app', 'no-file', 'app');
    await refused('apply', 'usage', 'missing required argument');
  });
});
