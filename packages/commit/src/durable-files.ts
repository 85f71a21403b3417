import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import { findStats, hasCode } from './file-on-disk.ts';

/**
 * Writes a file that must not be there, and waits until the disk has it.
 * `like` is the file whose mode and owner it takes over; else `mode`, less the umask.
 */
export function writeNewFile(
  path: string,
  bytes: Uint8Array | string,
  { mode = 0o666, like }: { readonly mode?: number | undefined; readonly like?: Stats | undefined },
): void {
  const file = openSync(path, 'wx', mode);
  try {
    writeWhole(file, Buffer.from(bytes));
    if (like !== undefined) becomeLike(file, like);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  // A nearly full disk takes a part and says so in the count only.
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written);
  }
}

function becomeLike(file: number, like: Stats): void {
  if (like.uid !== process.getuid?.() || like.gid !== process.getgid?.()) {
    try {
      fchownSync(file, like.uid, like.gid);
    } catch (error) {
      // Only root may give a file away; for others the new file is theirs, as with any editor.
      if (!hasCode(error, 'EPERM', 'EINVAL', 'ENOSYS')) throw error;
    }
  }
  // After the owner: chown clears setuid bits.
  fchmodSync(file, like.mode & 0o7777);
}

/**
 * Keeps what a file holds now under a second name: a hard link where one is to be had, else a copy.
 * A file that has other names is copied: a write through one of them would change the image too.
 */
export function keepImage(path: string, image: string, stats: Stats): void {
  if (stats.nlink === 1 && tryLink(path, image)) return;
  writeNewFile(image, readFileSync(path), { like: stats });
}

function tryLink(path: string, image: string): boolean {
  try {
    linkSync(path, image);
    return true;
  } catch (error) {
    // No links on this file system, or not across this mount, or not for files of others.
    if (hasCode(error, 'EXDEV', 'EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS'))
      return false;
    throw error;
  }
}

/** Waits until the disk has the names in a folder. */
export function syncFolder(path: string): void {
  // Windows opens no folders; its file system journals names itself.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } catch (error) {
    // Some network file systems know no fsync of a folder.
    if (!hasCode(error, 'EINVAL', 'ENOTSUP')) throw error;
  } finally {
    closeSync(folder);
  }
}

/** Removes a folder with all in it, one name at a time; a link is removed, not followed. */
export function removeFolder(path: string): void {
  const stats = findStats(path);
  if (stats === undefined) return;
  if (!stats.isDirectory()) {
    unlinkSync(path);
    return;
  }
  for (const name of readdirSync(path)) removeFolder(join(path, name));
  rmdirSync(path);
}

/** Removes a folder if nothing is in it; returns whether it is gone. */
export function removeEmptyFolder(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return true;
    // Not empty, somebody's current folder, or in a folder that we may not change: it stays.
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST', 'EBUSY', 'EACCES', 'EPERM', 'ENOTDIR', 'EINVAL'))
      return false;
    throw error;
  }
}
