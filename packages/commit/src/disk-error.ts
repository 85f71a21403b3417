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
  EACCES: { id: 'no-permission', what: 'no permission', todo: 'Get the right to write there' },
  EPERM: { id: 'no-permission', what: 'no permission', todo: 'Get the right to write there' },
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
    message: `cannot write ${where}: ${advice.what} (${failure.code}, ${failure.syscall}). ${outcome}`,
    hint: `${advice.todo}, then run the command again.`,
    cause: failure,
  });
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
