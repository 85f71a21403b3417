import { chmodSync, mkdirSync, renameSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { removeEmptyFolder, syncFolder } from './durable-files.ts';
import { editedSinceError } from './edited-since-error.ts';
import { findStats, hashFile } from './file-on-disk.ts';
import { beforeImage, type HutFolder, stagedFile } from './hut-folder.ts';
import type { RecordedFile, RunRecord } from './run-record.ts';

/**
 * Brings every file that a run has replaced, made or deleted back to its old state; may be repeated
 * after a crash. Throws HutError `edited-since` at a file that a person has changed meanwhile, and
 * errors of the disk.
 */
export function rollBack(folder: HutFolder, run: RunRecord): void {
  run.files.forEach((file, index) => {
    if (isApplied(folder, file, index)) restoreFile(folder, run, file, index);
  });
  for (const made of [...run.folders].reverse()) removeEmptyFolder(join(folder.root, made));
  for (const path of new Set(run.files.map((file) => dirname(join(folder.root, file.path)))))
    if (findStats(path) !== undefined) syncFolder(path);
}

function isApplied(folder: HutFolder, file: RecordedFile, index: number): boolean {
  if (file.after === null) return findStats(join(folder.root, file.path)) === undefined;
  return findStats(stagedFile(folder, index)) === undefined;
}

function restoreFile(folder: HutFolder, run: RunRecord, file: RecordedFile, index: number): void {
  const target = join(folder.root, file.path);
  const now = hashFile(target);
  if (now !== null && now !== file.before && now !== file.after)
    throw editedSinceError(folder, run, file);
  if (file.before === null) {
    if (now !== null) unlinkSync(target);
    return;
  }
  const image = beforeImage(folder, run, file, index);
  // An image that is gone was put back before a crash.
  if (findStats(image) === undefined) return;
  if (file.mode !== undefined) chmodSync(image, file.mode);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(image, target);
}
