/** What only shows what `hut plugin add` would do leaves nothing behind: no package, no trust. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hutHere } from './hut-here.ts';

const { XDG_CONFIG_HOME, XDG_DATA_HOME } = process.env;

const name = 'generator-hut-till';
const main = `
import { defineGenerator, ignore } from 'generator-hut/kit';
const contribute = () => [ignore('*.till')];
const definition = defineGenerator({ id: 'till', summary: 'Ignores tills', contribute });
export const lookup = [{ definition, templates: {} }];
`;

let folder: string;
let shop: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hut-plugin-add-'));
  process.env['XDG_CONFIG_HOME'] = join(folder, 'of-user/config');
  process.env['XDG_DATA_HOME'] = join(folder, 'of-user/data');
  await hutHere('build shop --yes --no-install --no-git', folder);
  shop = join(folder, 'shop');
  mkdirSync(join(folder, 'till'));
  const manifest = { name, version: '1.2.0', type: 'module', main: 'index.js', hut: { kit: 1 } };
  writeFileSync(join(folder, 'till/package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'till/index.js'), main);
});
afterEach(() => {
  Object.assign(process.env, { XDG_CONFIG_HOME, XDG_DATA_HOME });
  if (XDG_CONFIG_HOME === undefined) delete process.env['XDG_CONFIG_HOME'];
  if (XDG_DATA_HOME === undefined) delete process.env['XDG_DATA_HOME'];
  rmSync(folder, { recursive: true, force: true });
});

/** All that this user has of packages. */
const left = (): readonly string[] => {
  const home = join(folder, 'of-user');
  return existsSync(home) ? readdirSync(home, { recursive: true, encoding: 'utf8' }) : [];
};
const store = (): string => join(folder, 'of-user/data/generator-hut/plugins');
const hutYaml = (): string => readFileSync(join(shop, 'hut.yaml'), 'utf8');
const add = (...words: readonly string[]) =>
  hutHere([...words, 'plugin', 'add', join(folder, 'till')], shop);

/** As someone has trusted it in another project, whose package is gone. */
async function trustIt(): Promise<void> {
  expect(await add()).toMatchObject({ exitCode: 3 });
  expect(await hutHere(`plugin trust ${name}@1.2.0`, shop)).toMatchObject({ exitCode: 0 });
  rmSync(store(), { recursive: true });
}

describe('hut plugin add', () => {
  it('shows what the package would change, and leaves nothing', async () => {
    await trustIt();
    const [text, there] = [hutYaml(), left()];
    const ran = await hutHere(['plugin', 'add', join(folder, 'till'), '--dry-run=diff'], shop);
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.stdout).toContain(`+  ${name}: 1.2.0`);
    expect(ran.stdout).toContain('+*.till');
    expect([hutYaml(), left()]).toEqual([text, there]);
    expect(await add()).toMatchObject({ exitCode: 0 });
    expect(existsSync(join(store(), `${name}@1.2.0`))).toBe(true);
  });

  it('says how to trust what a dry run does not keep', async () => {
    const ran = await hutHere(['plugin', 'add', join(folder, 'till'), '-n'], shop);
    expect(ran).toMatchObject({ exitCode: 3 });
    expect(ran.stderr).toContain(`without a dry run, then hut plugin trust ${name}@1.2.0`);
    const [temporary] = /\/\S*hut-store-[^/]*/.exec(ran.stderr)!;
    expect([existsSync(temporary), left()]).toEqual([false, []]);
  });

  it('is planned without being installed, and installed when that is applied', async () => {
    await trustIt();
    const there = left();
    const file = join(folder, 'plan.json');
    const planned = ['plan', '-o', file, 'plugin', 'add', join(folder, 'till')];
    expect(await hutHere(planned, shop)).toMatchObject({ exitCode: 0 });
    expect(left()).toEqual(there);
    expect(await hutHere(['apply', file], shop)).toMatchObject({ exitCode: 0 });
    expect(existsSync(join(store(), `${name}@1.2.0`))).toBe(true);
    expect(await hutHere('sync', shop)).toMatchObject({ exitCode: 0 });
  });
});
