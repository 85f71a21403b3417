import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HutError } from '@hut/errors';

/** The folder of the project that a folder is in: the nearest one upwards with a hut.yaml. */
export function findProject(folder: string): string | undefined {
  if (existsSync(join(folder, 'hut.yaml'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findProject(parent);
}

/** The same, required. Throws HutError `no-project`. */
export function requireProject(folder: string): string {
  const found = findProject(folder);
  if (found !== undefined) return found;
  throw new HutError({
    id: 'no-project',
    message: `${folder} is in no hut project: there is no hut.yaml here or above`,
    hint: 'Go into a project, or make one: hut build shop',
  });
}

/** What a folder may hold and still count as empty: nothing in it is anybody's project yet. */
const harmless = new Set(['.git', '.hut', '.idea', '.vscode', '.DS_Store']);

/** Throws HutError `not-empty` for a folder that holds files and no hut.yaml: it is somebody else's; others for one that can't be looked into. */
export function refuseForeignFolder(root: string): void {
  const found = listNames(root).filter((name) => !harmless.has(name));
  if (found.length > 0 && !found.includes('hut.yaml'))
    throw notEmpty(`${root} is not empty and no hut project`, found);
}

/** Throws HutError `not-empty` for a folder that holds anything; others for one that can't be looked into. */
export function refuseFilledFolder(root: string): void {
  const found = listNames(root);
  if (found.length > 0) throw notEmpty(`${root} is not empty`, found);
}

function notEmpty(what: string, found: readonly string[]): HutError {
  return new HutError({
    id: 'not-empty',
    message: `${what}: it has ${found.slice(0, 3).join(', ')}${found.length > 3 ? ', ...' : ''}`,
    hint: 'Name a new or an empty folder.',
  });
}

function listNames(root: string): readonly string[] {
  try {
    return readdirSync(root);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') throw notAFolder(root);
    if (code === 'EACCES' || code === 'EPERM') throw noPermission(root);
    throw badFolder(root, code);
  }
}

function notAFolder(root: string): HutError {
  return new HutError({
    id: 'not-a-folder',
    message: `${root} is a file`,
    hint: 'Name a new or an empty folder.',
  });
}

function noPermission(root: string): HutError {
  return new HutError({
    id: 'no-permission',
    message: `no permission to look into ${root}`,
    hint: 'Get the right to read and write there, or name another folder.',
  });
}

function badFolder(root: string, code: string | undefined): HutError {
  const isLong = code === 'ENAMETOOLONG';
  const what = isLong ? 'a name in it, or all of it, is too long' : `the disk refused (${code})`;
  return new HutError({
    id: 'bad-folder',
    message: `${root} can be no folder: ${what}`,
    hint: isLong ? 'Name a shorter path.' : 'Name another folder.',
  });
}
