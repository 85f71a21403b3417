import { lstatSync, readFileSync, type Stats } from 'node:fs';

import { hashBytes, type Sha } from './hash-bytes.ts';

/** What lstat says of a path, or undefined when nothing is there. Throws other disk errors. */
export function findStats(path: string): Stats | undefined {
  try {
    // Not by catching ENOENT: making an error each time was half the time of a commit.
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // A file stands where a folder of the path would be.
    if (hasCode(error, 'ENOTDIR')) return undefined;
    throw error;
  }
}

/** The hash of a file's bytes; null when there is none; `other` for a folder, a link, a device. */
export function hashFile(path: string): Sha | null | 'other' {
  const stats = findStats(path);
  if (stats === undefined) return null;
  if (!stats.isFile()) return 'other';
  return hashBytes(readFileSync(path));
}

/** Whether an error is one of the disk with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  // Not instanceof: the disk's errors come from Node's own realm, which is not always ours (jest, vm).
  return isObject(error) && 'code' in error && codes.includes(String(error.code));
}

function isObject(read: unknown): read is object {
  return typeof read === 'object' && read !== null;
}
