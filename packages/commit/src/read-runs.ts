import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeImage, hutFolder, runFolder } from './hut-folder.ts';
import { listRunIds } from './journal.ts';
import { parseRunRecord, type RunRecord } from './run-record.ts';

/** The recorded runs of this machine, newest first. One that can't be read says so in `damaged`. */
export function readRuns(root: string): readonly RunRecord[] {
  const folder = hutFolder(root);
  return listRunIds(folder)
    .map((id) => readRun(id, join(runFolder(folder, id), 'run.json')))
    .reverse();
}

/**
 * Takes a run and the path of a file of it; returns what the file held before that run, or null
 * when there is no image: it was not there, or it is secret. Throws errors of the disk.
 */
export function readBefore(root: string, run: RunRecord, path: string): Uint8Array | null {
  const index = run.files.findIndex((file) => file.path === path);
  const file = run.files[index];
  if (file === undefined || file.before === null || file.secret === true) return null;
  return readFileSync(beforeImage(hutFolder(root), run, file, index));
}

function readRun(id: string, path: string): RunRecord {
  try {
    return { ...parseRunRecord(readFileSync(path, 'utf8')), id };
  } catch (error) {
    const damaged = `${path}: ${(error as Error).message}`;
    return { id, command: '', at: '', files: [], folders: [], damaged };
  }
}
