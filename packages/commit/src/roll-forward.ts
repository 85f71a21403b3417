import { chmodSync, mkdirSync, renameSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { removeEmptyFolder, syncFolder } from './durable-files.ts';
import type { editedSinceError } from './edited-since-error.ts';
import { findStats, hashFile } from './file-on-disk.ts';
import { beforeImage, type HutFolder, stagedFile } from './hut-folder.ts';
import { foldersAbove } from './folders-above.ts';
import type { RunRecord } from './run-record.ts';

type Refuse = typeof editedSinceError;

/**
 * Brings every file of a journaled run to its new state. What is done already is left alone, so it
 * may be repeated after a crash. At a file that a person has changed meanwhile it throws what `refuse`
 * makes; also errors of the disk.
 */
export function rollForward(folder: HutFolder, run: RunRecord, refuse: Refuse): void {
  run.files.forEach((_, index) => {
    applyFile(folder, run, index, refuse);
  });
  run.files.forEach((file, index) => {
    hideImage(beforeImage(folder, run, file, index));
  });
  removeEmptied(folder, run);
  syncTouched(folder, run);
}

function applyFile(folder: HutFolder, run: RunRecord, index: number, refuse: Refuse): void {
  const file = run.files[index]!;
  const staged = stagedFile(folder, index);
  const target = join(folder.root, file.path);
  // A staged file that is gone was renamed into place before a crash.
  if (file.after !== null && findStats(staged) === undefined) return;
  const now = hashFile(target);
  if (now !== null && now !== file.before && now !== file.after) throw refuse(folder, run, file);
  if (file.after === null) {
    if (now !== null) unlinkSync(target);
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  renameSync(staged, target);
}

/** A linked image has its file's mode, until the file itself is replaced. */
function hideImage(image: string): void {
  if (findStats(image) !== undefined) chmodSync(image, 0o600);
}

function removeEmptied(folder: HutFolder, run: RunRecord): void {
  const deleted = run.files.filter((file) => file.after === null);
  const above = foldersAbove(deleted.map((file) => file.path));
  for (const emptied of above.reverse()) removeEmptyFolder(join(folder.root, emptied));
}

function syncTouched(folder: HutFolder, run: RunRecord): void {
  const touched = [...run.folders, ...run.files.map((file) => file.path)];
  for (const path of new Set(touched.map((name) => dirname(join(folder.root, name)))))
    if (findStats(path) !== undefined) syncFolder(path);
}
