import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import { constants, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** Folders and files that are no part of what is checked, wherever they stand. */
const leftOut = new Set(['.git', '.hut', '__pycache__', 'node_modules']);

/** What a folder holds that a tool can make again: a cache, by the rule of bford.info/cachedir, or an environment. */
const marks = ['CACHEDIR.TAG', 'pyvenv.cfg'];

/** An embedded database of the developer, and its companions: it stands in the project's own folder. */
const database = /\.(db|sqlite3?)(-(wal|shm|journal))?$/i;

/**
 * Copies the files of a project as they are into a folder that exists, without git's, hut's and the caches, the
 * environment and the database. Throws errors of the disk, and the reason of `signal` when it is aborted.
 */
export async function copyProject(
  root: string,
  target: string,
  signal: AbortSignal,
): Promise<void> {
  const entries = await readdir(root, { withFileTypes: true });
  await copyEntries(
    root,
    target,
    entries.filter(({ name }) => !database.test(name)),
    signal,
  );
}

async function copyEntries(
  from: string,
  to: string,
  entries: readonly Dirent[],
  signal: AbortSignal,
): Promise<void> {
  for (const entry of entries.filter(({ name }) => !leftOut.has(name))) {
    signal.throwIfAborted();
    await copyEntry(entry, join(from, entry.name), join(to, entry.name), signal);
  }
}

/** Pipes, sockets and the like are not copied: reading them would wait. */
async function copyEntry(
  entry: Dirent,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<void> {
  if (entry.isDirectory()) return copyFolder(from, to, signal);
  if (entry.isSymbolicLink()) return symlink(await readlink(from), to);
  if (entry.isFile()) await unlessClosed(() => copyFile(from, to, constants.COPYFILE_FICLONE));
}

async function copyFolder(from: string, to: string, signal: AbortSignal): Promise<void> {
  if (marks.some((name) => existsSync(join(from, name)))) return;
  await unlessClosed(async () => {
    const entries = await readdir(from, { withFileTypes: true });
    await mkdir(to);
    await copyEntries(from, to, entries, signal);
  });
}

/** What we may not read, the tools of the project may not read either: the files of a database server, for one. */
async function unlessClosed(copy: () => Promise<void>): Promise<void> {
  try {
    await copy();
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
