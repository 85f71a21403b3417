/**
 * Two packages as outsiders write them, packed and installed beside the packed command, by a user without rights: a hut
 * generator (generator-hut-greeting) and a plain Yeoman generator that composes ours and that one (generator-almanac).
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { installPacked, type Ended, type PackedInstall } from '../packed-install.ts';

const minutes = 60_000;
const fixtures = join(import.meta.dirname, 'fixtures');
const written = { status: 0, output: expect.stringContaining('is written to') as string };

let packed: PackedInstall;
beforeAll(() => {
  packed = installPacked(
    ['generator-hut-greeting', 'generator-almanac'].map((name) => join(fixtures, name)),
  );
}, 5 * minutes);
afterAll(() => packed?.remove());

let count = 0;

/** A project of its own. */
function openShop() {
  const at = `${String(++count)}/shop`;
  packed.run('mkdir', [dirname(at)]);
  const root = join(packed.home, at);
  const hut = (...args: string[]): Ended => packed.hut(args, at);
  const yo = (...args: string[]): Ended => packed.yo(args, at);
  const built = packed.hut(['build', at, '--yes', '--no-install', '--no-git']);
  expect(built).toMatchObject({ status: 0 });
  return { root, hut, yo, files: () => filesOf(root), runs: () => runsOf(root) };
}

/** By path; secrets are drawn for each project. */
function filesOf(root: string): Readonly<Record<string, string>> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !/^(\.hut\/runs\/|\.env$)/.test(path));
  return Object.fromEntries(
    paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

function runsOf(root: string): readonly string[] {
  const runs = join(root, '.hut/runs');
  return readdirSync(runs)
    .sort()
    .map(
      (id) =>
        (JSON.parse(readFileSync(join(runs, id, 'run.json'), 'utf8')) as { command: string })
          .command,
    );
}

describe('a hut generator of another package', () => {
  it(
    'is installed, asked about, and then a command like ours; the door of yo gives the same bytes',
    () => {
      const shop = openShop();
      const before = shop.files();
      const added = () => shop.hut('plugin', 'add', packed.tarballs['generator-hut-greeting']!);
      expect(added()).toMatchObject({
        status: 3,
        output: expect.stringContaining('hut plugin trust generator-hut-greeting@1.2.0'),
      });
      expect(shop.files()).toEqual(before);
      expect(shop.hut('plugin', 'trust', 'generator-hut-greeting@1.2.0')).toMatchObject({
        status: 0,
      });
      expect(added()).toMatchObject(written);
      expect(shop.hut('plugin', 'list').output).toContain('generator-hut-greeting 1.2.0  trusted');
      expect(shop.hut('list').output).toMatch(/^greeting +A route that greets$/m);
      expect(shop.hut('add', 'greeting', '--language', 'german', '--yes')).toMatchObject(written);

      const other = openShop();
      expect(other.yo('hut-greeting', '--language', 'german', '--yes')).toMatchObject(written);
      expect(other.files()).toEqual(shop.files());
      expect(other.files()['hut.yaml']).toContain('plugins:\n  generator-hut-greeting: 1.2.0\n');
      expect(other.runs().at(-1)).toBe('yo hut-greeting --language german');

      expect(shop.hut('plugin', 'remove', 'generator-hut-greeting')).toMatchObject({
        status: 3,
        output: expect.stringContaining('hut remove greeting'),
      });
      expect(shop.hut('remove', 'greeting', '--yes')).toMatchObject(written);
      expect(shop.hut('plugin', 'remove', 'generator-hut-greeting')).toMatchObject(written);
      expect(shop.files()['app/factory.py']).toBe(before['app/factory.py']);
    },
    5 * minutes,
  );

  it(
    'is loaded by ours in yo, too',
    () => {
      const shop = openShop();
      expect(shop.yo('hut-greeting', '--yes')).toMatchObject(written);
      expect(shop.hut('plugin', 'trust', 'generator-hut-greeting')).toMatchObject({ status: 0 });
      expect(shop.yo('hut:model', 'Guest', 'name:string', '--yes')).toMatchObject(written);
      expect(shop.hut('sync')).toMatchObject({ output: expect.stringContaining('Nothing to do') });
    },
    5 * minutes,
  );
});

describe('a Yeoman generator that composes ours and that one', () => {
  it(
    'writes its files, ours and theirs in one commit, one run to undo',
    () => {
      const shop = openShop();
      const before = shop.files();
      expect(shop.yo('almanac', '--steps', 'event,greeting,place')).toMatchObject(written);
      const after = shop.files();
      expect(after['docs/almanac.md']).toBe('# shop\n\n- Event\n- Place\n- Visit\n');
      expect(after['app/api/greeting.py']).toContain('Guten Tag');
      expect(after['app/api/v1/events.py']).toBeDefined();
      expect(shop.runs()).toHaveLength(2);
      expect(shop.hut('undo', '--yes')).toMatchObject({ status: 0 });
      expect(shop.files()).toEqual(before);
    },
    5 * minutes,
  );

  it(
    'gives the same files in any order, at once or one after the other',
    () => {
      const [one, other, third] = [openShop(), openShop(), openShop()];
      expect(one.yo('almanac', '--steps', 'event,mail,greeting,place')).toMatchObject(written);
      expect(other.yo('almanac', '--steps', 'greeting,place,event,mail')).toMatchObject(written);
      expect(other.files()).toEqual(one.files());
      expect(third.yo('hut-greeting', '--language', 'german', '--yes')).toMatchObject(written);
      expect(third.hut('add', 'mail', '--yes')).toMatchObject(written);
      expect(third.hut('add', 'model', 'Place', 'name:string:80', '--yes')).toMatchObject(written);
      expect(third.yo('almanac', '--steps', 'event')).toMatchObject(written);
      expect(withoutMigrations(third.files())).toEqual(withoutMigrations(one.files()));
    },
    5 * minutes,
  );

  it.each([
    ['a dry run', ['--dry-run'], 0, 'This would be written'],
    ['an error while it writes', ['--fail'], 1, 'the almanac is out of paper'],
  ])(
    'writes nothing in %s',
    (_, args, status, output) => {
      const shop = openShop();
      const before = shop.files();
      const ended = shop.yo('almanac', '--steps', 'event,greeting', ...args);
      expect(ended).toMatchObject({ status, output: expect.stringContaining(output) });
      expect(shop.files()).toEqual(before);
      expect(existsSync(join(shop.root, 'docs/almanac.md'))).toBe(false);
    },
    5 * minutes,
  );

  it(
    'meets a conflict in a file of each, and writes nothing before both are decided',
    () => {
      const shop = openShop();
      mkdirSync(join(shop.root, 'app/api'), { recursive: true });
      writeFileSync(join(shop.root, 'app/api/greeting.py'), '"""My own."""\n');
      const before = shop.files();
      const refused = shop.yo('almanac', '--steps', 'event,greeting');
      expect(refused).toMatchObject({
        status: 1,
        output: expect.stringContaining('app/api/greeting.py'),
      });
      expect(shop.files()).toEqual(before);
      rmSync(join(shop.root, 'app/api/greeting.py'));
      expect(shop.yo('almanac', '--steps', 'event,greeting')).toMatchObject(written);
    },
    5 * minutes,
  );
});

it(
  'a hut that only the other package has is enough',
  () => {
    const shop = openShop();
    const [at, own] = ['generator-hut', 'generator-almanac/node_modules'].map((path) =>
      join(packed.prefix, 'node_modules', path),
    ) as [string, string];
    mkdirSync(own, { recursive: true });
    renameSync(at, join(own, 'generator-hut'));
    try {
      expect(shop.yo('hut:model', 'Event').output).toContain('hut:model');
      expect(shop.yo('almanac', '--steps', 'event,place')).toMatchObject(written);
    } finally {
      renameSync(join(own, 'generator-hut'), at);
    }
    expect(shop.files()['docs/almanac.md']).toBe('# shop\n\n- Event\n- Place\n');
    expect(shop.hut('sync').output).toContain('Nothing to do');
  },
  5 * minutes,
);

/** Made once, as each run needed them. */
function withoutMigrations(files: Readonly<Record<string, string>>) {
  const isMade = (path: string): boolean => /migrations\/versions\/0|\.hut\/made/.test(path);
  return Object.fromEntries(Object.entries(files).filter(([path]) => !isMade(path)));
}
