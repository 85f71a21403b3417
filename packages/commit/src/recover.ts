import { lstatSync, mkdirSync, readdirSync, renameSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

import { isDiskFailure, withDiskErrors } from './disk-error.ts';
import { editedSinceError } from './edited-since-error.ts';
import { findStats, hasCode } from './file-on-disk.ts';
import { type HutFolder, hutFolder, imagesFolder } from './hut-folder.ts';
import {
  closeRun,
  discardPrepared,
  dropRun,
  findPreparedCommand,
  listOpenRunIds,
  readJournal,
} from './journal.ts';
import { rollBack } from './roll-back.ts';
import { rollForward } from './roll-forward.ts';
import type { RunRecord } from './run-record.ts';
import { findDeadLocks, withLock } from './with-lock.ts';

/** What recovery did about a killed run. */
export interface Recovery {
  readonly did: 'rolled-forward' | 'rolled-back';
  /** The killed command; empty where it was killed before it could be noted. */
  readonly command: string;
}

/**
 * Finishes what a killed command left, before a project is read; looks only, where it left nothing, and returns
 * null then. Throws HutError `locked` while that command still runs, `edited-since` or `damaged-journal` where
 * only a person can decide, and errors of the disk.
 */
export function recover(root: string): Recovery | null {
  const folder = hutFolder(root);
  if (!isLeftOver(folder)) return null;
  return withLock(root, () => recoverLocked(folder));
}

/** The same under a lock that the caller holds. */
export function recoverLocked(folder: HutFolder): Recovery | null {
  const isHalfWritten = [folder.journalBack, folder.journal].some(
    (path) => findStats(path) !== undefined,
  );
  const outcome = isHalfWritten
    ? 'A killed run is still half written; nothing else was changed.'
    : 'Nothing was changed.';
  return withDiskErrors(folder.root, outcome, () => {
    for (const dead of findDeadLocks(folder.hut)) unlinkSync(join(folder.hut, dead));
    if (findStats(folder.journalBack) !== undefined) return takeBack(folder);
    if (findStats(folder.journal) !== undefined) return finish(folder);
    return discard(folder);
  });
}

function finish(folder: HutFolder): Recovery {
  const run = readJournal(folder, folder.journal);
  try {
    rollForward(folder, run, editedSinceError);
  } catch (error) {
    if (!isDiskFailure(error)) throw error;
    takeBackRun(folder, run);
    return { did: 'rolled-back', command: run.command };
  }
  // Somebody may have cleaned up meanwhile; the record still needs its place.
  mkdirSync(imagesFolder(folder, run.id), { recursive: true, mode: 0o700 });
  closeRun(folder, run);
  return { did: 'rolled-forward', command: run.command };
}

function takeBack(folder: HutFolder): Recovery {
  const run = readJournal(folder, folder.journalBack);
  rollBack(folder, run);
  dropRun(folder);
  return { did: 'rolled-back', command: run.command };
}

/** A run that was killed before its commit point has changed nothing; what it prepared goes. */
function discard(folder: HutFolder): Recovery | null {
  const isStaged = findStats(folder.stage) !== undefined;
  const command = findPreparedCommand(folder);
  discardPrepared(folder);
  return isStaged ? { did: 'rolled-back', command } : null;
}

/** A journaled run can't be applied: from here on recovery goes back, not forward. */
export function takeBackRun(folder: HutFolder, run: RunRecord): void {
  renameSync(folder.journal, folder.journalBack);
  rollBack(folder, run);
  dropRun(folder);
}

function isLeftOver(folder: HutFolder): boolean {
  return withDiskErrors(folder.root, 'Nothing was changed.', () => {
    const names = listHut(folder);
    if (names === undefined) return false;
    return (
      names.length === 0 ||
      names.some((name) => /^(stage$|journal|lock)/.test(name)) ||
      listOpenRunIds(folder).length > 0
    );
  });
}

function listHut(folder: HutFolder): readonly string[] | undefined {
  try {
    // A link is not ours; withLock says what is wrong with it.
    return lstatSync(folder.hut).isDirectory() ? readdirSync(folder.hut) : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return undefined;
    throw error;
  }
}
