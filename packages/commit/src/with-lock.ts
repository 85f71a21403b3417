import { linkSync, mkdirSync, readdirSync, renameSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { HutError } from '@hut/errors';

import { checkHutFolder } from './check-hut-folder.ts';
import { deferSignals } from './defer-signals.ts';
import { isDiskFailure, withDiskErrors } from './disk-error.ts';
import { removeEmptyFolder, writeNewFile } from './durable-files.ts';
import { findStats, hasCode } from './file-on-disk.ts';
import { hutFolder } from './hut-folder.ts';
import { isAlive, isSameHolder, type LockHolder, readHolder, thisHolder } from './lock-holder.ts';

/** The projects that this process has locked, so that locked work may commit. */
const held = new Set<string>();

/**
 * Runs synchronous work while nobody else writes in the project; makes the project's folder and
 * `.hut` when they are missing, and removes them again when the work left them empty.
 * A lock whose holder is dead is taken over. Throws HutError `locked` when its holder lives.
 *
 *     write lock-<pid>  ->  link(2) to lock  ->  work  ->  unlink
 *                              | exists, holder dead
 *                              -> take "lock+" the same way, then rename over the dead one
 */
export function withLock<T>(root: string, work: () => T): T {
  const project = resolve(root);
  if (held.has(project)) return work();
  return deferSignals(() => {
    const holder = withDiskErrors(project, 'Nothing was changed.', () => acquire(project));
    held.add(project);
    try {
      return work();
    } finally {
      held.delete(project);
      release(project, holder.made);
    }
  });
}

function acquire(project: string): LockHolder {
  for (let attempt = 1; ; attempt++) {
    checkHutFolder(hutFolder(project));
    const made = makeFolders(project);
    try {
      return take(join(project, '.hut'), 'lock', thisHolder(made));
    } catch (error) {
      removeFolders(project, made);
      // The holder before us has just removed a `.hut` that it left empty.
      if (!hasCode(error, 'ENOENT') || attempt === 20) throw error;
    }
  }
}

/** Returns the holder that now has the lock: this process, with the folders that a dead one made. */
function take(hut: string, name: string, own: LockHolder): LockHolder {
  const lock = join(hut, name);
  for (;;) {
    if (place(lock, own, linkOrCreate)) return own;
    const holder = readHolder(lock);
    if (holder === 'nobody') continue;
    if (holder === 'unknown' || isAlive(holder)) throw lockedError(lock, holder);
    const heir = { ...own, made: Math.max(own.made, holder.made) };
    if (replaceDead(hut, name, holder, heir)) return heir;
  }
}

/**
 * Two that find the same dead lock must not both replace it: the second would throw out the first.
 * So the right to replace is a lock itself, under which the dead one is looked at once more.
 */
function replaceDead(hut: string, name: string, dead: LockHolder, heir: LockHolder): boolean {
  const right = `${name}+`;
  take(hut, right, heir);
  try {
    const holder = readHolder(join(hut, name));
    if (typeof holder === 'string' || !isSameHolder(holder, dead)) return false;
    return place(join(hut, name), heir, renameSync);
  } finally {
    unlinkSync(join(hut, right));
  }
}

/** The lock appears with its contents or not at all; false when another one is there. */
function place(lock: string, own: LockHolder, put: typeof linkOrCreate): boolean {
  const draft = `${lock}-${String(own.pid)}-${own.start}`;
  const text = JSON.stringify(own);
  try {
    writeNewFile(draft, text, {});
    put(draft, lock, text);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    if (findStats(draft) !== undefined) unlinkSync(draft);
  }
}

function linkOrCreate(draft: string, lock: string, text: string): void {
  try {
    linkSync(draft, lock);
  } catch (error) {
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
    // No hard links here (exFAT, some mounts). Killed within this call, the lock stays unreadable.
    writeNewFile(lock, text, {});
  }
}

/** What killed processes left beside the lock: drafts, and rights to replace a lock that is gone. */
export function findDeadLocks(hut: string): readonly string[] {
  return readdirSync(hut).filter((name) => {
    const draft = /^lock\+*-(\d+)-(\d*)$/.exec(name);
    if (draft !== null)
      return !isAlive({ ...thisHolder(0), pid: Number(draft[1]), start: draft[2]! });
    if (!/^lock\++$/.test(name)) return false;
    const holder = readHolder(join(hut, name));
    return typeof holder !== 'string' && !isAlive(holder);
  });
}

/** Returns how many folders are to go again if they stay empty: `.hut`, and those made above it. */
function makeFolders(project: string): number {
  const missing: string[] = [];
  for (let at = join(project, '.hut'); findStats(at) === undefined; at = dirname(at))
    missing.unshift(at);
  let made = 0;
  try {
    for (const folder of missing) made += makeFolder(folder);
  } catch (error) {
    for (const folder of missing.slice(0, made).reverse()) removeEmptyFolder(folder);
    throw error;
  }
  // A `.hut` that was there and is empty was left by a killed run.
  return Math.max(made, 1);
}

function makeFolder(path: string): number {
  try {
    mkdirSync(path);
    return 1;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return 0;
    throw error;
  }
}

function removeFolders(project: string, made: number): void {
  let at = join(project, '.hut');
  for (let left = made; left > 0 && removeEmptyFolder(at); left--) at = dirname(at);
}

function release(project: string, made: number): void {
  try {
    unlinkSync(join(project, '.hut', 'lock'));
    removeFolders(project, made);
  } catch (error) {
    // The work is done whether or not its lock goes; once this process ends, the lock counts as dead.
    if (!isDiskFailure(error)) throw error;
  }
}

function lockedError(lock: string, holder: LockHolder | 'unknown'): HutError {
  const who = holder === 'unknown' ? 'another process' : describe(holder);
  return new HutError({
    id: 'locked',
    message: `${who} is writing in this project (lock: ${lock}).`,
    hint: `Wait until it is done, then run the command again. If there is no such process, delete ${lock}.`,
  });
}

function describe({ pid, host }: LockHolder): string {
  return host === hostname() ? `process ${String(pid)}` : `process ${String(pid)} on ${host}`;
}
