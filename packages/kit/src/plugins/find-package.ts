import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { HutError } from '@hut/errors';
import { readPackage, type PluginPackage } from './plugin-package.ts';

/** Where packages are looked for. */
export interface Places {
  /** The folder of the project, or where the command was started. */
  readonly from: string;
  /** The folder of the package that this code is part of: what is installed beside it is installed as globally as it is. */
  readonly installation: string;
  /** A store that goes away again, which is looked in before all others. */
  readonly temporary?: string;
}

/** Where `hut plugin add` keeps packages: a folder a version, for all projects of this user. */
export function storeFolder(): string {
  const local = process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share');
  return join(local, 'generator-hut', 'plugins');
}

/** The folder of one version there, or in another store. */
export function storedAt(name: string, version: string, store = storeFolder()): string {
  return join(store, `${name.replace('/', '+')}@${version}`);
}

/**
 * The package of that name and version: in the store, in a node_modules above the project, or beside this package.
 * Throws HutError `plugin-missing`, and what `readPackage` throws.
 */
export function requirePackage(name: string, version: string, places: Places): PluginPackage {
  const folders = foldersOf(name, version, places);
  const found = folders.map(readPackage).filter((one) => one !== undefined);
  const right = found.find((one) => one.name === name && one.version === version);
  if (right !== undefined) return right;
  throw missing(name, version, found);
}

function foldersOf(name: string, version: string, { from, installation, temporary }: Places) {
  const above = (folder: string): readonly string[] =>
    dirname(folder) === folder ? [folder] : [folder, ...above(dirname(folder))];
  const stores = [...(temporary === undefined ? [] : [temporary]), storeFolder()];
  return [
    ...stores.map((store) => join(storedAt(name, version, store), 'node_modules', name)),
    ...above(from).map((folder) => join(folder, 'node_modules', name)),
    join(dirname(installation), name),
  ].filter((folder) => existsSync(folder));
}

function missing(name: string, version: string, found: readonly PluginPackage[]): HutError {
  const others = found.map((one) => one.version).join(', ');
  return new HutError({
    id: 'plugin-missing',
    message: `hut.yaml names ${name} ${version}, which is not installed${others && `: there is ${others}`}`,
    hint: `Install it: hut plugin add ${name}@${version}`,
  });
}
