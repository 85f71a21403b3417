/** `hut plugin trust` says yes for one version, and for nobody who only looks. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hutHere } from './hut-here.ts';

const before = process.env['XDG_CONFIG_HOME'];
let folder: string;
let shop: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hut-trust-'));
  process.env['XDG_CONFIG_HOME'] = join(folder, 'settings');
  await hutHere('build shop --yes --no-install --no-git', folder);
  shop = join(folder, 'shop');
  const cache = join(shop, 'node_modules/generator-hut-cache');
  mkdirSync(cache, { recursive: true });
  const manifest = { name: 'generator-hut-cache', version: '1.2.0', hut: { kit: 1 } };
  writeFileSync(join(cache, 'package.json'), JSON.stringify(manifest));
});
afterEach(() => {
  if (before === undefined) delete process.env['XDG_CONFIG_HOME'];
  else process.env['XDG_CONFIG_HOME'] = before;
  rmSync(folder, { recursive: true, force: true });
});

const trusted = (): string => join(folder, 'settings/generator-hut/trusted.json');

describe('hut plugin trust', () => {
  it('remembers the bytes of one version', async () => {
    const ran = await hutHere('plugin trust generator-hut-cache@1.2.0', shop);
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.stderr).toContain('generator-hut-cache 1.2.0 may run on this machine');
    expect(Object.keys(JSON.parse(readFileSync(trusted(), 'utf8')) as object)).toEqual([
      'generator-hut-cache@1.2.0',
    ]);
  });

  it.each([
    'plugin trust generator-hut-cache@1.2.0 -n',
    'plan plugin trust generator-hut-cache@1.2.0',
  ])('trusts nothing when it is only shown: %s', async (line) => {
    const { stderr } = await hutHere(line, shop);
    expect(stderr).toContain('would be let run');
    expect(existsSync(trusted())).toBe(false);
  });
});
