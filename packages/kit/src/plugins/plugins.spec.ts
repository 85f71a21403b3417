import { mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askTrustBy } from './ask-trust.ts';
import { requirePackage, storedAt } from './find-package.ts';
import { loadPlugins } from './load-plugins.ts';
import { readPins } from './pinned-plugins.ts';
import { requireTrust, trust, trustIn } from './trust.ts';

let folder: string;
const { XDG_DATA_HOME, XDG_CONFIG_HOME } = process.env;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hut-plugins-'));
  process.env.XDG_DATA_HOME = join(folder, 'data');
  process.env.XDG_CONFIG_HOME = join(folder, 'config');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  Object.assign(process.env, { XDG_DATA_HOME, XDG_CONFIG_HOME });
  if (XDG_DATA_HOME === undefined) delete process.env.XDG_DATA_HOME;
  if (XDG_CONFIG_HOME === undefined) delete process.env.XDG_CONFIG_HOME;
});

const name = '@acme/generator-hut-till';

/** Installs a version of a package below a folder. */
function install(below: string, version: string, manifest: object = {}): string {
  const home = join(below, 'node_modules', name);
  mkdirSync(home, { recursive: true });
  const own = { name, version, hut: { kit: 1 } };
  writeFileSync(join(home, 'package.json'), JSON.stringify({ ...own, ...manifest }));
  return home;
}

const places = () => ({
  from: join(folder, 'code/shop'),
  installation: join(folder, 'lib/generator-hut'),
});

describe('the packages of a hut.yaml', () => {
  it.each([
    ['plugins: {}\n', {}],
    ['name: shop\n', {}],
    ['plugins:\n', {}],
    [`plugins:\n  "${name}": 1.2.0\n`, { [name]: '1.2.0' }],
    ['plugins: { generator-hut-a: 1.0.0 } # ours\n', { 'generator-hut-a': '1.0.0' }],
  ])('%j names %j', (text, pins) => {
    expect(readPins(text)).toEqual(pins);
  });
});

describe('a package', () => {
  it('is looked for in the store, in folders above the project, and beside hut', () => {
    expect(() => requirePackage(name, '1.0.0', places())).toThrow('which is not installed');
    const beside = join(folder, 'lib', name);
    mkdirSync(beside, { recursive: true });
    writeFileSync(
      join(beside, 'package.json'),
      JSON.stringify({ name, version: '1.0.0', hut: { kit: 1 } }),
    );
    expect(requirePackage(name, '1.0.0', places()).folder).toBe(beside);
    const above = install(join(folder, 'code'), '1.0.0');
    expect(requirePackage(name, '1.0.0', places()).folder).toBe(above);
    const stored = install(storedAt(name, '1.0.0'), '1.0.0');
    expect(requirePackage(name, '1.0.0', places()).folder).toBe(stored);
  });

  it('of another version is none, and its version is told', () => {
    install(join(folder, 'code'), '1.1.0');
    expect(() => requirePackage(name, '1.0.0', places())).toThrow('there is 1.1.0');
  });
});

describe('trust', () => {
  it('is for the bytes of a version on this machine', () => {
    const home = install(join(folder, 'code'), '1.0.0');
    const one = requirePackage(name, '1.0.0', places());
    expect(() => requireTrust(one)).toThrow('was not trusted on this machine yet');
    trust(one);
    expect(trustIn(one)).toBe('trusted');
    writeFileSync(join(home, 'index.js'), 'export {};');
    expect(trustIn(one)).toBe('changed');
    expect(() => requireTrust(one)).toThrow('has changed since you trusted it');
  });

  it('is for no package with a link in it', () => {
    const home = install(join(folder, 'code'), '1.0.0');
    symlinkSync(folder, join(home, 'lib'));
    const one = requirePackage(name, '1.0.0', places());
    expect(() => trust(one)).toThrow('is a link');
  });

  it('once given, has a package in the store import the kit of the hut that runs', async () => {
    const stored = storedAt(name, '1.0.0');
    install(stored, '1.0.0');
    const link = join(stored, 'node_modules/generator-hut');
    symlinkSync(join(folder, 'gone'), link);
    trust(requirePackage(name, '1.0.0', places()));
    const importModule = () => Promise.resolve({});
    const loaded = loadPlugins({ [name]: '1.0.0' }, { lookup: [], places: places(), importModule });
    await expect(loaded).rejects.toThrow('exports no "lookup"');
    expect(readlinkSync(link)).toBe(places().installation);
  });

  it('is for this once where the answer is not kept', async () => {
    install(join(folder, 'code'), '1.0.0');
    const one = requirePackage(name, '1.0.0', places());
    const yes = () => Promise.resolve({ isTrusted: true });
    await askTrustBy(yes, () => undefined)(one);
    expect(trustIn(one)).toBe('unknown');
  });

  it('is asked for once a version, and nothing is loaded for a no', async () => {
    install(join(folder, 'code'), '1.0.0');
    const asked: string[] = [];
    const answering = (isTrusted: boolean) =>
      askTrustBy((questions) => {
        asked.push(questions[0]!.message);
        return Promise.resolve({ isTrusted });
      });
    const load = (isTrusted: boolean) =>
      loadPlugins(
        { [name]: '1.0.0' },
        {
          lookup: [],
          places: places(),
          importModule: () => Promise.reject(new Error('it has run')),
          ask: answering(isTrusted),
        },
      );
    await expect(load(false)).rejects.toMatchObject({ id: 'aborted' });
    await expect(load(true)).rejects.toThrow('it has run');
    await expect(load(true)).rejects.toThrow('it has run');
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain(`${name} 1.0.0 is code of others`);
  });
});
