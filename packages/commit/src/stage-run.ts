import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { keepImage, syncFolder, writeNewFile } from './durable-files.ts';
import { findStats } from './file-on-disk.ts';
import { foldersAbove } from './folders-above.ts';
import { hashBytes } from './hash-bytes.ts';
import { beforeImage, type HutFolder, imagesFolder, runFolder, stagedFile } from './hut-folder.ts';
import { nextRunId } from './journal.ts';
import type { FileWrite, RecordedFile, RunRecord } from './run-record.ts';

/** Only the owner may look into stage and runs: a file in them may be more open than its folder was. */
const PRIVATE = 0o700;

/** What the record of a run says beside its files. */
export type Told = Pick<RunRecord, 'command' | 'about'>;

/**
 * Prepares a run beside the project: new contents, before-images and the journal, all on the disk.
 * Nothing of the project is touched. Returns the record; throws errors of the disk.
 */
export function stageRun(folder: HutFolder, told: Told, files: readonly FileWrite[]): RunRecord {
  const run: RunRecord = {
    id: nextRunId(folder),
    command: told.command,
    at: new Date().toISOString(),
    files: files.map((file) => toRecord(folder, file)),
    folders: findNewFolders(folder, files),
    ...(told.about === undefined ? {} : { about: told.about }),
  };
  mkdirSync(folder.stage, { mode: PRIVATE });
  mkdirSync(imagesFolder(folder, run.id), { recursive: true, mode: PRIVATE });
  files.forEach((file, index) => {
    stageFile(folder, run, file, index);
  });
  writeNewFile(join(folder.stage, 'journal.json'), toJournal(run), { mode: 0o600 });
  for (const path of [folder.stage, imagesFolder(folder, run.id), runFolder(folder, run.id)])
    syncFolder(path);
  return run;
}

function stageFile(folder: HutFolder, run: RunRecord, file: FileWrite, index: number): void {
  const target = join(folder.root, file.path);
  const like = findStats(target);
  const mode = file.mode ?? (file.secret === true ? 0o600 : undefined);
  if (file.after !== null) writeNewFile(stagedFile(folder, index), file.after, { mode, like });
  if (like !== undefined) keepImage(target, beforeImage(folder, run, file, index), like);
}

function toRecord(folder: HutFolder, file: FileWrite): RecordedFile {
  const mode = findStats(join(folder.root, file.path))?.mode;
  return {
    path: file.path,
    before: file.before,
    after: file.after === null ? null : hashBytes(file.after),
    ...(mode === undefined ? {} : { mode: mode & 0o7777 }),
    ...(file.secret === true ? { secret: true } : {}),
  };
}

function findNewFolders(folder: HutFolder, files: readonly FileWrite[]): readonly string[] {
  const made = files.filter((file) => file.after !== null).map((file) => file.path);
  return foldersAbove(made).filter((path) => findStats(join(folder.root, path)) === undefined);
}

function toJournal(run: RunRecord): string {
  return JSON.stringify(run, null, 2) + '\n';
}
