import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder, type Folder } from '../yeoman/open-folder.ts';
import { hutHere, type Ran } from './hut-here.ts';

/** A project in a temporary folder; all paths are relative to it. */
export interface Shop extends Omit<Folder, 'runs'> {
  /** Runs a line of `hut` in a folder of the project. */
  readonly hut: (line: string | readonly string[], at?: string) => Promise<Ran>;
  /** The same of a line that must succeed: what it printed. */
  readonly done: (line: string | readonly string[], at?: string) => Promise<string>;
  /** The document of a line with `--json`. */
  readonly json: (line: string, at?: string) => Promise<Record<string, unknown>>;
  /** Number of a line, from 1, which the file says once. */
  readonly lineOf: (path: string, text: string) => number;
}

/** Projects of this file's tests as they begin, by their lines: the next test gets a copy. */
const begun = new Map<string, Folder>();
afterAll(() => begun.forEach((folder) => folder.remove()));

/** A new project called shop, grown by these lines; `remove` it when the test is done. */
export async function openShop(...lines: readonly string[]): Promise<Shop> {
  const key = lines.join('\n');
  if (!begun.has(key)) begun.set(key, await begin(lines));
  const folder = openFolder();
  cpSync(begun.get(key)!.root, folder.root, { recursive: true });
  return toShop(folder);
}

async function begin(lines: readonly string[]): Promise<Folder> {
  const folder = openFolder();
  await hutHere('build shop --yes --no-install --no-git --quiet', folder.root);
  for (const line of lines) await toShop(folder).done(line);
  return folder;
}

function toShop(folder: Folder): Shop {
  const at = (path: string): string => `shop/${path}`;
  const hut: Shop['hut'] = (line, from = '') => hutHere(line, join(folder.root, 'shop', from));
  const done: Shop['done'] = async (line, from) => {
    const ran = await hut(line, from);
    expect({ line, ...ran }).toMatchObject({ exitCode: 0, stderr: '' });
    return ran.stdout;
  };
  return {
    root: join(folder.root, 'shop'),
    read: (path) => folder.read(at(path)),
    write: (path, text) => folder.write(at(path), text),
    edit: (path, from, to) => folder.edit(at(path), from, to),
    has: (path) => folder.has(at(path)),
    files: folder.files,
    remove: folder.remove,
    hut,
    done,
    json: async (line, from) => {
      const { exitCode, stdout } = await hut(`${line} --json`, from);
      const document = JSON.parse(stdout) as Record<string, unknown>;
      if ('exitCode' in document) expect(document['exitCode']).toBe(exitCode);
      return document;
    },
    lineOf: (path, text) => {
      const found = folder
        .read(at(path))
        .split('\n')
        .flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
      expect([text, found.length]).toEqual([text, 1]);
      return found[0]!;
    },
  };
}
