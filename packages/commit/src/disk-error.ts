import { relative } from 'node:path';

import { HutError } from '@hut/errors';

interface DiskFailure extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
  readonly dest?: string;
}

interface Advice {
  readonly id: string;
  readonly what: string;
  readonly todo: string;
}

const ADVICE: Readonly<Record<string, Advice>> = {
  ENOSPC: { id: 'no-space', what: 'the disk is full', todo: 'Free some space' },
  EDQUOT: { id: 'no-space', what: 'the disk quota is used up', todo: 'Free some space' },
  EACCES: {
    id: 'no-permission',
    what: 'no permission',
    todo: 'Get the right to read and write there',
  },
  EPERM: {
    id: 'no-permission',
    what: 'no permission',
    todo: 'Get the right to read and write there',
  },
  EROFS: { id: 'no-permission', what: 'the disk is read-only', todo: 'Make it writable' },
  ENOTDIR: {
    id: 'path-blocked',
    what: 'a file stands where a folder should be',
    todo: 'Move that file away',
  },
  ENAMETOOLONG: {
    id: 'bad-folder',
    what: 'a name in the path, or all of it, is too long',
    todo: 'Name a shorter path',
  },
  EXDEV: {
    id: 'other-filesystem',
    what: 'it is on another file system than .hut, so it cannot be replaced in one step',
    todo: 'Keep the project on one file system, or own the files there (`own:` in hut.yaml)',
  },
};

/** What was tried, by the call that failed; all others write. */
const TRIED: Readonly<Record<string, string>> = {
  open: 'open',
  read: 'read',
  readFile: 'read',
  scandir: 'read',
  readdir: 'read',
  stat: 'look at',
  lstat: 'look at',
};

const OTHERWISE: Advice = {
  id: 'write-failed',
  what: 'the disk refused',
  todo: 'Look after the disk',
};

/** Whether an error came from the disk, and not from a mistake of ours. */
export function isDiskFailure(error: unknown): error is DiskFailure {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}

/** Takes a failure of the disk and what became of the project; returns the error to show. */
export function diskError(root: string, failure: DiskFailure, outcome: string): HutError {
  const advice = ADVICE[failure.code] ?? OTHERWISE;
  const path = failure.dest ?? failure.path;
  const where = path === undefined ? root : relative(root, path) || root;
  return new HutError({
    id: advice.id,
    message:
      `cannot ${TRIED[failure.syscall] ?? 'write'} ${where}: ${advice.what} (${failure.code}, ${failure.syscall}). ${outcome}`.trimEnd(),
    hint: `${advice.todo}, then run the command again.`,
    cause: failure,
  });
}

/** What a mistake of ours would bring, too: not for a person to mend, so it keeps its stack. */
const OURS = /^(ENOENT|EEXIST|EISDIR|ENOTDIR|ENOTEMPTY|EINVAL|EBADF|ENOSYS)$/;

/**
 * Takes any error and the folder that paths are shown from; returns the error to show when the disk
 * refused something that no code of ours expected it to, else undefined.
 */
export function findDiskError(root: string, error: unknown): HutError | undefined {
  if (!isDiskFailure(error) || OURS.test(error.code) || error.syscall.startsWith('spawn'))
    return undefined;
  return diskError(root, error, '');
}

/** Runs the work; a failure of the disk becomes a HutError, every other error stays what it is. */
export function withDiskErrors<T>(root: string, outcome: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isDiskFailure(error)) throw diskError(root, error, outcome);
    throw error;
  }
}
