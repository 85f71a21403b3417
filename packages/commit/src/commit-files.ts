import { renameSync } from 'node:fs';
import { join } from 'node:path';

import { HutError } from '@hut/errors';

import { checkAccess } from './check-access.ts';
import { checkHutFolder } from './check-hut-folder.ts';
import { checkPaths } from './check-paths.ts';
import { changedError, checkUnchanged } from './check-unchanged.ts';
import { isDiskFailure, withDiskErrors } from './disk-error.ts';
import { syncFolder } from './durable-files.ts';
import { hashBytes } from './hash-bytes.ts';
import { type HutFolder, hutFolder } from './hut-folder.ts';
import { closeRun, discardPrepared } from './journal.ts';
import { recover, recoverLocked, takeBackRun } from './recover.ts';
import { rollForward } from './roll-forward.ts';
import type { FileWrite, RunRecord } from './run-record.ts';
import { stageRun, type Told } from './stage-run.ts';
import { withLock } from './with-lock.ts';

/** What a command writes, and the line that the user typed for it (without secrets). */
export interface Run {
  readonly command: string;
  readonly files: readonly FileWrite[];
  /** What the caller wants to find again with the record of the run; as JSON. */
  readonly about?: unknown;
}

/**
 * Writes all files of a run, or none; makes the project's folder when there is none. Returns the
 * record of the run, without an id when there was nothing to write. Throws HutError.
 *
 *     recover -> check paths, access -> lock -> check before ─┐
 *                                                             v
 *     stage + before-images -> journal.json into the stage -> check before
 *                                                             v
 *     rename the journal into .hut  <===== the commit point: killed before it, the tree stays old;
 *                                          killed after it, recovery makes it new
 *     rename each staged file into place -> journal becomes runs/<id>/run.json -> unlock
 */
export function commitFiles(root: string, { files, ...told }: Run): RunRecord {
  const folder = hutFolder(root);
  const writes = files.filter(hasEffect).sort((a, b) => (a.path < b.path ? -1 : 1));
  return withDiskErrors(folder.root, 'Nothing was changed.', () => {
    checkHutFolder(folder);
    recover(root);
    checkPaths(
      folder.root,
      files.map((file) => file.path),
    );
    checkAccess(
      folder,
      writes.map((file) => file.path),
    );
    if (writes.length === 0) return emptyRun(told.command);
    return withLock(root, () => commitLocked(folder, told, writes));
  });
}

function commitLocked(folder: HutFolder, told: Told, writes: readonly FileWrite[]): RunRecord {
  recoverLocked(folder);
  checkUnchanged(folder.root, writes);
  const run = prepare(folder, told, writes);
  apply(folder, run);
  // Every file is in place: the run is done even if its record can't be closed now.
  quietly(() => {
    closeRun(folder, run);
  });
  return run;
}

function prepare(folder: HutFolder, told: Told, writes: readonly FileWrite[]): RunRecord {
  try {
    const run = stageRun(folder, told, writes);
    checkUnchanged(folder.root, writes);
    renameSync(join(folder.stage, 'journal.json'), folder.journal);
    return run;
  } catch (error) {
    quietly(() => {
      discardPrepared(folder);
    });
    throw error;
  }
}

function apply(folder: HutFolder, run: RunRecord): void {
  try {
    syncFolder(folder.hut);
    rollForward(folder, run, (_folder, _run, file) => changedError(file.path));
  } catch (error) {
    undoApply(folder, run, error);
    throw error;
  }
}

function undoApply(folder: HutFolder, run: RunRecord, cause: unknown): void {
  try {
    takeBackRun(folder, run);
  } catch (error) {
    if (!isDiskFailure(error)) throw error;
    throw new HutError({
      id: 'half-written',
      message: `The disk failed while ${folder.root} was written, and again while it was restored: it may be half written.`,
      hint: `When the disk works again, any hut command in ${folder.root} completes or restores it first.`,
      cause,
    });
  }
}

/** Tidies up; where the disk refuses, the next recovery does it. */
function quietly(tidy: () => void): void {
  try {
    tidy();
  } catch (error) {
    if (!isDiskFailure(error)) throw error;
  }
}

function hasEffect(file: FileWrite): boolean {
  return file.before !== (file.after === null ? null : hashBytes(file.after));
}

function emptyRun(command: string): RunRecord {
  return { id: '', command, at: new Date().toISOString(), files: [], folders: [] };
}
