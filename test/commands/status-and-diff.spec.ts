/** What became of what was rendered: `hut status` and `hut diff`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openShop, type Shop } from './open-shop.ts';

const markers = '<<<<<<< mine\nx = 1\n=======\nx = 2\n>>>>>>> next\n';

let shop: Shop;
beforeEach(async () => (shop = await openShop('add model Tag name')));
afterEach(() => shop.remove());

const append = (path: string, text: string): void => shop.write(path, shop.read(path) + text);
const statesOf = async (): Promise<Readonly<Record<string, string>>> => {
  const { files } = (await shop.json('status')) as {
    files: readonly { path: string; state: string }[];
  };
  const changed = files.filter(({ state }) => state !== 'pristine');
  return Object.fromEntries(changed.map(({ path, state }) => [path, state]));
};

describe('hut status', () => {
  it('says that all is as it was rendered, and ends well under --check', async () => {
    expect(await shop.done('status --check')).toMatch(
      /^(\d+) of \1 rendered files are pristine\n$/,
    );
  });

  it('names every file by what became of it', async () => {
    await shop.done('own app/about.py');
    append('app/main.py', '# mine\n');
    append('app/factory.py', markers);
    append('app/about.py', '# mine\n');
    rmSync(join(shop.root, 'AGENTS.md'));
    expect(await statesOf()).toEqual({
      'AGENTS.md': 'deleted',
      'app/about.py': 'owned',
      'app/factory.py': 'conflicted',
      'app/main.py': 'edited',
    });
    const { exitCode, stdout } = await shop.hut('status --check');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^Edited by you \(1\)\n {2}app\/main.py\nDeleted by you \(1\)\n {2}AGENTS.md\nWith conflict markers \(1\)\n {2}app\/factory.py\nYours, by own: in hut.yaml \(1\)\n {2}app\/about.py\n\d+ of \d+ rendered files are pristine\nDecide what each marked place .* run hut sync: /,
    );
  });

  it('takes other line ends, a byte order mark and a missing final newline for no edit', async () => {
    shop.write('app/main.py', shop.read('app/main.py').replaceAll('\n', '\r\n'));
    shop.write('app/about.py', `\uFEFF${shop.read('app/about.py').trimEnd()}`);
    await shop.done('status --check');
  });

  it('does not count owned files as drifted', async () => {
    await shop.done('own app/main.py');
    append('app/main.py', '# mine\n');
    await shop.done('status --check');
  });

  it('says that hut.yaml asks for something else, until it is done', async () => {
    shop.edit('hut.yaml', 'description: ', 'description: "Other" # ');
    const { exitCode, stdout } = await shop.hut('status --check');
    expect({ exitCode, last: stdout.split('\n').at(-2) }).toEqual({
      exitCode: 1,
      last: 'hut.yaml asks for something else than was rendered: hut sync',
    });
    expect(await shop.json('status')).toMatchObject({ syncDue: true });
    await shop.done('sync');
    expect(await shop.json('status')).toMatchObject({ syncDue: false });
  });

  it('says so too where only a migration is missing, as after a checkout that left new files there', async () => {
    await shop.done('add model Leaf name');
    const migration = 'migrations/versions/0002_add_leaf.py';
    const texts = [migration, `.hut/made/${migration}.made`].map(
      (path) => [path, shop.read(path)] as const,
    );
    await shop.done('undo');
    await shop.done('status --check');
    for (const [path, text] of texts) shop.write(path, text);
    expect(await shop.json('status --check')).toMatchObject({ syncDue: true, exitCode: 1 });
    await shop.done('sync --yes');
    expect(await shop.json('status')).toMatchObject({ syncDue: false });
    rmSync(join(shop.root, `.hut/made/${migration}.made`));
    expect(await shop.json('status')).toMatchObject({ syncDue: true });
  });

  it('calls a file edited that is no text, no file, or may not be read', async () => {
    shop.write('app/main.py', Buffer.from([0xff, 0xfe, 0x00]));
    rmSync(join(shop.root, 'app/about.py'));
    mkdirSync(join(shop.root, 'app/about.py'));
    rmSync(join(shop.root, 'README.md'));
    symlinkSync('README.md', join(shop.root, 'README.md'));
    expect(await statesOf()).toEqual({
      'README.md': 'edited',
      'app/about.py': 'edited',
      'app/main.py': 'edited',
    });
  });

  it('never takes a file for pristine because its base is gone', async () => {
    append('app/main.py', '# mine\n');
    rmSync(join(shop.root, '.hut/base'), { recursive: true });
    expect(await statesOf()).toEqual({ 'app/main.py': 'edited' });
  });

  it('names the marked files where hut.yaml itself is marked, as after a merge of git', async () => {
    append('hut.yaml', markers);
    append('app/main.py', markers);
    expect(await shop.hut('status')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(
        /^Conflict markers stand in hut.yaml, app\/main.py\nDecide /,
      ) as string,
    });
    expect(await shop.json('status')).toMatchObject({ error: { id: 'markers' } });
  });

  it.each([
    ['own: [', /^hut.yaml:\d+:1: /],
    ['nonsense: 1\n', /^hut.yaml:\d+:1: .*nonsense/],
  ])('says where a hut.yaml with %j is wrong', async (text, message) => {
    append('hut.yaml', text);
    for (const line of ['status', 'diff', 'why app/main.py', 'own app/main.py'])
      expect({ line, ...(await shop.hut(line)) }).toMatchObject({
        exitCode: 3,
        stderr: expect.stringMatching(message) as string,
      });
  });

  it('names the way out where another version renders the project', async () => {
    shop.edit('hut.yaml', 'generator: 0.1.0', 'generator: 0.0.9');
    const { exitCode, stderr } = await shop.hut('status');
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('hut upgrade') as string,
    });
  });

  it('says nothing with --quiet, and works from any folder of the project', async () => {
    append('app/main.py', '# mine\n');
    expect(await shop.hut('status --quiet --check', 'app')).toMatchObject({
      exitCode: 1,
      stdout: '',
    });
    expect(await shop.done('status -C app/api', 'tests/..')).toContain('  app/main.py\n');
  });

  it('writes nothing', async () => {
    append('app/main.py', '# mine\n');
    const before = shop.files();
    for (const line of ['status', 'diff', 'log', 'why app/main.py:1', 'list'])
      await shop.done(line);
    expect(shop.files()).toEqual(before);
  });
});

describe('hut diff', () => {
  it('is silent where nothing was edited', async () => {
    expect(await shop.done('diff --check')).toBe('');
    expect(await shop.json('diff')).toMatchObject({ files: [] });
  });

  it('is a patch of what the user made of what was rendered, which git takes back', async () => {
    append('app/main.py', '# mine\n');
    rmSync(join(shop.root, 'AGENTS.md'));
    const patch = await shop.done('diff');
    expect(patch).toContain('--- a/AGENTS.md\n+++ /dev/null\n');
    expect(patch).toMatch(/--- a\/app\/main.py\n\+\+\+ b\/app\/main.py\n[^]*\n\+# mine\n/);
    expect((await shop.hut('diff --check')).exitCode).toBe(1);
    execFileSync('git', ['apply', '--reverse', '-'], { cwd: shop.root, input: patch });
    await shop.done('diff --check');
  });

  it('is of one file or folder, named from where the user stands', async () => {
    append('app/main.py', '# mine\n');
    append('app/api/docs.py', '# mine\n');
    append('README.md', 'Mine.\n');
    const changed = async (line: string, at: string): Promise<readonly string[]> =>
      [...(await shop.done(line, at)).matchAll(/^\+\+\+ b\/(.*)$/gm)].map(([, path]) => path!);
    expect(await changed('diff main.py', 'app')).toEqual(['app/main.py']);
    expect(await changed('diff ..', 'app')).toEqual([
      'README.md',
      'app/api/docs.py',
      'app/main.py',
    ]);
    expect(await changed('diff app/api/', '')).toEqual(['app/api/docs.py']);
    expect(await changed(`diff ${join(shop.root, 'app')}`, 'tests')).toEqual([
      'app/api/docs.py',
      'app/main.py',
    ]);
    expect(await changed('diff app/models', '')).toEqual([]);
  });

  it('shows the edit alone in a file with other line ends', async () => {
    append('app/main.py', '# mine\n');
    shop.write('app/main.py', `\uFEFF${shop.read('app/main.py').replaceAll('\n', '\r\n')}`);
    const lines = (await shop.done('diff')).split('\n');
    expect(lines.filter((line) => /^[+-](?![+-])/.test(line))).toEqual(['+# mine']);
  });

  it('says of a file that can not be shown why', async () => {
    shop.write('app/main.py', Buffer.from([0xff, 0xfe, 0x00]));
    expect(await shop.done('diff')).toBe('# app/main.py: it is not UTF-8 text\n');
  });

  it.each([
    ['diff nope.py', 'no-file', 'There is no file nope.py'],
    ['diff app/mian.py', 'no-file', 'Did you mean app/main.py?'],
    ['diff hut.yaml', 'not-rendered', 'hut.yaml is not rendered by hut'],
    ['diff mine', 'not-rendered', 'mine is not rendered by hut'],
    ['diff ..', 'outside-path', '.. is not in the project'],
    ['diff /etc/passwd', 'outside-path', '/etc/passwd is not in the project'],
    ['diff app tests', 'usage', 'too many arguments'],
  ])('refuses hut %s: %s', async (line, id, message) => {
    mkdirSync(join(shop.root, 'mine'));
    const { exitCode, stderr } = await shop.hut(line);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 3,
      stderr: expect.stringContaining(message) as string,
    });
    expect(await shop.json(line)).toMatchObject({ error: { id } });
  });

  it('is in one document with --json', async () => {
    append('app/main.py', '# mine\n');
    expect(await shop.json('diff --check')).toEqual({
      project: shop.root,
      files: [
        {
          path: 'app/main.py',
          state: 'edited',
          diff: expect.stringContaining('+# mine') as string,
        },
      ],
      exitCode: 1,
    });
  });
});
