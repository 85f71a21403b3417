import { accessSync, constants, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { HutError } from '@hut/errors';

import { isDiskFailure } from './disk-error.ts';
import { findStats } from './file-on-disk.ts';
import type { HutFolder } from './hut-folder.ts';

/**
 * Looks, before anything is staged, whether every folder that a run would change may be changed:
 * HutError `no-permission` names the folder, `other-filesystem` one that a rename does not reach.
 */
export function checkAccess(folder: HutFolder, paths: readonly string[]): void {
  const home = findFolder(folder.hut);
  const device = statSync(home).dev;
  const targets = paths.map((path) => findFolder(dirname(join(folder.root, path))));
  for (const target of new Set([home, ...targets])) {
    checkWritable(folder.root, target);
    if (statSync(target).dev !== device) throw otherFileSystem(folder.root, target);
  }
}

/** The nearest folder that is there. */
function findFolder(path: string): string {
  return findStats(path) === undefined ? findFolder(dirname(path)) : path;
}

function checkWritable(root: string, target: string): void {
  try {
    accessSync(target, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (!isDiskFailure(error)) throw error;
    throw new HutError({
      id: 'no-permission',
      message: `${error.code}: no permission to write in ${relative(root, target) || root}. Nothing was changed.`,
      hint: `See who may with ls -ld ${target}, then run the command again.`,
      cause: error,
    });
  }
}

function otherFileSystem(root: string, target: string): HutError {
  return new HutError({
    id: 'other-filesystem',
    message: `${relative(root, target)} is on another file system than .hut: files there cannot be replaced in one step.`,
    hint: 'Keep the project on one file system, or own the files there (`own:` in hut.yaml).',
  });
}
