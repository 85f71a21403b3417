import { existsSync, readdirSync, realpathSync, type Stats } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

import { HutError } from '@hut/errors';

import { checkSpelling, foldSpelling, isInHut } from './check-spelling.ts';
import { findStats, hasCode } from './file-on-disk.ts';
import { foldersAbove } from './folders-above.ts';

/**
 * Takes the folder of a project and the paths that a run would write. Throws HutError, naming the
 * path: `bad-path` for one that no project may have, `blocked-path` for one that something on the
 * disk is in the way of, `clashing-paths` for two that are one on some file system.
 */
export function checkPaths(root: string, paths: readonly string[]): void {
  paths.forEach(checkSpelling);
  const project = existsSync(root) ? realpathSync(root) : resolve(root);
  const listings = new Map<string, readonly string[]>();
  const real = new Map<string, string>();
  for (const path of paths) {
    checkOnDisk(project, path, listings);
    real.set(path, toRealPath(project, path));
  }
  checkClashes(real);
}

function checkOnDisk(project: string, path: string, listings: Map<string, readonly string[]>) {
  for (const above of foldersAbove([path])) {
    checkFolder(project, path, above);
    checkListing(project, path, above, listings);
  }
  checkTarget(path, findStats(join(project, path)));
  checkListing(project, path, path, listings);
}

function checkFolder(project: string, path: string, above: string): void {
  const stats = findStats(join(project, above));
  if (stats === undefined || stats.isDirectory()) return;
  if (!stats.isSymbolicLink()) throw blocked(path, `${above} is a file, not a folder`);
  const real = findRealPath(join(project, above));
  if (real === undefined) throw blocked(path, `${above} is a link that leads nowhere`);
  if (!real.startsWith(project + sep)) throw blocked(path, `${above} leads out of the project`);
  if (!findStats(real)!.isDirectory()) throw blocked(path, `${above} is a file, not a folder`);
  // What it leads to is a path of the project like others: not in .git, not in .hut.
  checkSpelling(`${toPath(project, real)}/${path.slice(above.length + 1)}`);
}

function checkTarget(path: string, stats: Stats | undefined): void {
  if (stats === undefined || stats.isFile()) return;
  if (stats.isSymbolicLink()) throw blocked(path, 'it is a link');
  throw blocked(path, stats.isDirectory() ? 'it is a folder' : 'it is not a plain file');
}

/** `app/User.py` beside a `app/user.py` would be one file on macOS and Windows. */
function checkListing(
  project: string,
  path: string,
  part: string,
  listings: Map<string, readonly string[]>,
): void {
  const folder = join(project, part, '..');
  const name = part.slice(part.lastIndexOf('/') + 1);
  const names = listings.get(folder) ?? listNames(folder);
  listings.set(folder, names);
  if (names.includes(name)) return;
  const other = names.find((there) => foldSpelling(there) === foldSpelling(name));
  if (other !== undefined)
    throw blocked(path, `${other} is there, the same name on macOS and Windows`);
}

function checkClashes(real: ReadonlyMap<string, string>): void {
  const folded = new Map<string, string>();
  for (const [path, target] of real) {
    const other = folded.get(foldSpelling(target));
    if (other !== undefined) throw clash(path, other, 'are one file');
    folded.set(foldSpelling(target), path);
  }
  for (const [path, target] of real)
    for (const above of foldersAbove([foldSpelling(target)])) {
      const file = folded.get(above);
      if (file !== undefined) throw clash(path, file, 'need a folder and a file of one name');
    }
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return [];
    throw error;
  }
}

/** Where a path lies when the folder links above it are followed. */
function toRealPath(project: string, path: string): string {
  for (const above of foldersAbove([path]).reverse()) {
    const real = findRealPath(join(project, above));
    if (real !== undefined) return toPath(project, join(real, path.slice(above.length)));
  }
  return path;
}

function findRealPath(path: string): string | undefined {
  return existsSync(path) ? realpathSync(path) : undefined;
}

function toPath(project: string, absolute: string): string {
  return relative(project, absolute).split(sep).join('/');
}

function blocked(path: string, reason: string): HutError {
  return new HutError({
    id: 'blocked-path',
    message: `cannot write ${path}: ${reason}.`,
    hint: `Move what is in the way${isInHut(path) ? '' : `, or keep ${path} as your own (\`own:\` in hut.yaml)`}.`,
  });
}

function clash(path: string, other: string, how: string): HutError {
  return new HutError({
    id: 'clashing-paths',
    message: `${other} and ${path} ${how} where case does not count.`,
    hint: 'Rename one of the two.',
  });
}
