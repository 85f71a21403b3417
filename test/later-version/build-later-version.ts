import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runTool } from '@hut/testing';
import { edits as edits2 } from './edits-0.2.0.ts';
import { edits as edits3 } from './edits-0.3.0.ts';
import { editSource, type SourceEdit } from './source-edit.ts';

const root = join(import.meta.dirname, '../..');
const kept = join(root, '.cache', 'later');

/** What a version is made of. */
const sources = ['bin', 'generators', 'packages', 'scripts', 'package.json'];

const versions = {
  '0.2.0': edits2,
  '0.3.0': [...edits2, ...edits3],
} as const satisfies Readonly<Record<string, readonly SourceEdit[]>>;

/** A later version that these sources could become. */
export type LaterVersion = keyof typeof versions;

/**
 *     the sources -> a copy -> edited, with its own version -> built -> dist/hut.cjs
 *
 * The path of the real command of a later version, to run beside the one that is built here. It is kept in `.cache`
 * for as long as the sources stay. Throws when an edit finds nothing to edit, and when the copy can't be built.
 */
export function buildLaterVersion(version: LaterVersion): string {
  const folder = join(kept, `${version}-${hashSources(versions[version])}`);
  const command = join(folder, 'dist', 'hut.cjs');
  if (!existsSync(command)) build(version, folder);
  return command;
}

/** Into a folder of its own, and in place in one step: two tests may build at once. */
function build(version: LaterVersion, folder: string): void {
  mkdirSync(kept, { recursive: true });
  for (const name of readdirSync(kept).filter((one) => one.startsWith(`${version}-`)))
    rmSync(join(kept, name), { recursive: true, force: true });
  const copy = mkdtempSync(join(kept, 'copy-'));
  copySources(copy);
  for (const edit of versions[version]) editSource(copy, edit);
  const manifest = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as object;
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...manifest, version }));
  runTool(process.execPath, ['scripts/build.mjs', '--command'], copy);
  if (existsSync(folder)) rmSync(copy, { recursive: true });
  else renameSync(copy, folder);
}

function copySources(copy: string): void {
  for (const name of sources)
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: isSource });
  linkModules(copy);
}

function isSource(path: string): boolean {
  return !/\/node_modules(\/|$)|\.spec\.ts$/.test(path.slice(root.length));
}

/** The packages of others are those of here; our own are those of the copy. */
function linkModules(copy: string): void {
  const [from, to] = [join(root, 'node_modules'), join(copy, 'node_modules')];
  mkdirSync(join(to, '@hut'), { recursive: true });
  for (const name of readdirSync(from).filter((one) => !['@hut', '.bin'].includes(one)))
    symlinkSync(join(from, name), join(to, name));
  for (const name of readdirSync(join(copy, 'packages')))
    symlinkSync(join('../../packages', name), join(to, '@hut', name));
}

function hashSources(edits: readonly SourceEdit[]): string {
  const hash = createHash('sha256').update(JSON.stringify(edits));
  for (const path of sources.flatMap(listFiles)) hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

function listFiles(name: string): readonly string[] {
  const path = join(root, name);
  if (name.endsWith('.json')) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isSource(join(entry.parentPath, entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
