import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Blueprint } from '@hut/blueprint';
import { readBlueprint } from '@hut/kit';
import { hutHere, type Ran } from '../../commands/hut-here.ts';
import { everything, withPackages } from './everything.ts';

/** Text of every file of a project, by path. */
export type Files = ReadonlyMap<string, string>;

/** A project of a property, on a disk in memory where the machine has one. */
export interface Shop {
  readonly root: string;
  /**
   * Runs a command in the project. Throws when it ends in any other way than done or refused, when a refused one
   * wrote something, and when it is a defect.
   */
  readonly hut: (words: readonly string[]) => Promise<Ran>;
  readonly files: () => Files;
  /** Makes the project what it was when these files were read; records of runs stay. */
  readonly restore: (files: Files) => void;
  readonly blueprint: () => Blueprint;
  /** The commands that built and grew it: a script that makes it again. */
  readonly script: string[];
  readonly remove: () => void;
}

const memory = '/dev/shm';

/** A new project, built with these words behind its folder. */
export async function openShop(...words: readonly string[]): Promise<Shop> {
  const parent = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'hut-property-'));
  const root = join(parent, 'shop');
  const script: string[] = [];
  const shop: Shop = {
    root,
    script,
    hut: (some) => runIn(shop, some),
    files: () => readFiles(root),
    restore: (files) => restoreFiles(root, files),
    blueprint: () =>
      readBlueprint(readFileSync(join(root, 'hut.yaml'), 'utf8'), {
        lookup: everything,
        version: '0.1.0',
      }),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
  const from = join(parent, 'packages.yaml');
  writeFileSync(from, withPackages);
  const built = await hutHere(
    ['build', root, '--from', from, '--no-install', '--no-git', '--yes', ...words],
    parent,
    everything,
  );
  script.push(printCommand(['build', 'shop', ...words]));
  if (built.exitCode !== 0) throw new Error(`hut ${script.at(-1)!}\n${built.stderr}`);
  return shop;
}

async function runIn({ root, script }: Shop, words: readonly string[]): Promise<Ran> {
  const before = readFiles(root);
  const ran = await hutHere([...words, '--yes'], root, everything);
  script.push(`${printCommand(words)}   # ${ran.exitCode}`);
  if (![0, 2, 3, 5].includes(ran.exitCode) || ran.stderr.includes('a defect of hut'))
    throw new Error(ran.stderr);
  const isWritten = ran.exitCode === 0 || ran.exitCode === 5;
  if (!isWritten) expect(readFiles(root)).toEqual(before);
  return ran;
}

/** The words as a shell takes them. */
export function printCommand(words: readonly string[]): string {
  return [
    'hut',
    ...words.map((word) => (/^[\w:,=.@/-]+$/.test(word) ? word : JSON.stringify(word))),
  ].join(' ');
}

function readFiles(root: string): Files {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith('.hut/runs/'))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

function restoreFiles(root: string, files: Files): void {
  const now = readFiles(root);
  for (const path of now.keys()) if (!files.has(path)) rmSync(join(root, path));
  for (const [path, text] of files) {
    if (now.get(path) === text) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
