/** Files that are the user's from some day on: `hut own` and `hut disown`. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openShop, type Shop } from './open-shop.ts';

const about = 'app/about.py';

let shop: Shop;
beforeEach(async () => (shop = await openShop('add model Tag name')));
afterEach(() => shop.remove());

const ownLine = (): string => shop.read('hut.yaml').match(/^own:.*(\n {2}- .*)*/m)![0];

describe('hut own', () => {
  it('adds the file to the list in hut.yaml, and leaves everything else as it is', async () => {
    const before = shop.files();
    const output = await shop.done('own about.py', 'app');
    expect(ownLine()).toBe(`own: [${about}]`);
    expect(output).toContain(`Kept (1)\n  ${about}  (yours, by own: in hut.yaml)\n`);
    const after = shop.files();
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed).toEqual(['shop/.hut/base/hut.yaml', 'shop/hut.yaml']);
  });

  it('keeps comments, order and layout of the list, and does nothing the second time', async () => {
    shop.edit('hut.yaml', 'own: []', 'own:  # ours\n  - README.md  # since May\n');
    await shop.done('own app/main.py');
    expect(shop.read('hut.yaml')).toMatch(
      /own: {2}# ours\n( {2}- app\/main.py\n)? {2}- README.md {2}# since May\n( {2}- app\/main.py\n)?/,
    );
    const files = shop.files();
    expect(await shop.done('own app/main.py')).toContain('Nothing to do');
    expect(shop.files()).toEqual(files);
  });

  it('keeps the file, and its base, through every change, and through its deletion', async () => {
    shop.write(about, '"""All mine."""\n');
    await shop.done(`own ${about}`);
    const base = shop.read(`.hut/base/${about}`);
    await shop.done('set description Other');
    expect(shop.read(about)).toBe('"""All mine."""\n');
    expect(shop.read(`.hut/base/${about}`)).toBe(base);
    rmSync(join(shop.root, about));
    await shop.done('set description Another');
    expect(shop.has(about)).toBe(false);
  });

  it.each([
    ['own nope.py', 'no-file', 'There is no file nope.py'],
    ['own APP/main.py', 'no-file', 'Did you mean app/main.py?'],
    ['own app', 'no-file', 'app is a folder'],
    ['own .', 'no-file', 'The project is a folder'],
    ['own hut.yaml', 'not-rendered', 'hut.yaml is not rendered by hut'],
    ['own .env', 'not-rendered', '.env is not rendered by hut'],
    ['own .hut/base/app/main.py', 'not-rendered', 'all of it is yours'],
    ['own migrations/versions/0001_initial.py', 'not-rendered', 'all of it is yours'],
    ['own ../x', 'outside-path', 'is not in the project'],
    ['own app/*.py', 'no-file', 'There is no file app/*.py'],
    ['own', 'usage', 'missing required argument'],
    ['disown app/main.py', 'not-owned', 'No file is: hut own app/main.py would add that one.'],
    ['disown ../x', 'outside-path', 'is not in the project'],
  ])('and disown refuse hut %s: %s', async (line, id, message) => {
    const before = shop.files();
    const { exitCode, stderr } = await shop.hut(line);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 3,
      stderr: expect.stringContaining(message) as string,
    });
    expect(await shop.json(line)).toMatchObject({ error: { id } });
    expect(shop.files()).toEqual(before);
  });
});

describe('hut disown', () => {
  it('takes the file off the list and is the inverse of hut own', async () => {
    const before = shop.files();
    await shop.done(`own ${about}`);
    await shop.done(`disown ${about}`);
    expect(shop.files()).toEqual(before);
  });

  it('merges what was rendered meanwhile with what the user wrote', async () => {
    await shop.done(`own ${about}`);
    shop.write(about, `${shop.read(about)}\nMINE = True\n`);
    await shop.done('set description Other');
    expect(shop.read(about)).not.toContain('Other');
    expect(await shop.done('disown about.py', 'app')).toContain(
      `Merged with your edits (1)\n  ${about}\n`,
    );
    expect(shop.read(about)).toMatch(/Other[^]*MINE = True\n/);
    expect(ownLine()).toBe('own: []');
  });

  it('asks for a decision where both sides wrote one line, and writes nothing before it', async () => {
    await shop.done(`own ${about}`);
    const [, line] = /^(DESCRIPTION = .*)$/m.exec(shop.read(about))!;
    shop.edit(about, line!, 'DESCRIPTION = "Mine"');
    await shop.done('set description Other');
    const before = shop.files();
    expect(await shop.hut(`disown ${about}`)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(`  ${about}: `) as string,
    });
    expect(shop.files()).toEqual(before);
    await shop.done(`disown ${about} --on-conflict next`);
    expect(shop.read(about)).toContain('"Other"');
  });

  it('takes back a path that is rendered no more, and names what the list has', async () => {
    await shop.done('own app/models/tag.py');
    await shop.done('remove model Tag --yes');
    expect(shop.has('app/models/tag.py')).toBe(true);
    expect((await shop.hut('disown app/models/tga.py')).stderr).toContain(
      'Did you mean app/models/tag.py? Yours: app/models/tag.py.',
    );
    await shop.done('disown app/models/tag.py');
    expect(ownLine()).toBe('own: []');
    expect(shop.has('app/models/tag.py')).toBe(false);
  });

  it('obeys --dry-run, --check and --json like every command that writes', async () => {
    await shop.done(`own ${about}`);
    const before = shop.files();
    await shop.done(`disown ${about} --dry-run`);
    expect((await shop.hut(`disown ${about} --check`)).exitCode).toBe(1);
    expect(shop.files()).toEqual(before);
    expect(await shop.json(`disown ${about}`)).toMatchObject({
      command: `hut disown ${about}`,
      written: true,
    });
  });
});
