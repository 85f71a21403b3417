import { existsSync, readdirSync, readFileSync, renameSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

import { HutError } from '@hut/errors';

import { checkPaths } from './check-paths.ts';
import { removeEmptyFolder, removeFolder, syncFolder } from './durable-files.ts';
import { foldersAbove } from './folders-above.ts';
import { findStats, hasCode } from './file-on-disk.ts';
import { type HutFolder, imagesFolder, runFolder } from './hut-folder.ts';
import { parseRunRecord, type RunRecord } from './run-record.ts';

/** Old runs go when a new one is closed; this many stay to be undone. */
export const KEPT_RUNS = 20;

/** The folders of runs, oldest first. */
export function listRunIds(folder: HutFolder): readonly string[] {
  try {
    return readdirSync(folder.runs, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^\d{6,}$/.test(entry.name))
      .map((entry) => entry.name)
      .sort((a, b) => Number(a) - Number(b));
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** Runs that were never closed, or are half pruned. */
export function listOpenRunIds(folder: HutFolder): readonly string[] {
  return listRunIds(folder).filter((id) => !existsSync(join(runFolder(folder, id), 'run.json')));
}

/** The number of the next run. */
export function nextRunId(folder: HutFolder): string {
  return String(Number(listRunIds(folder).at(-1) ?? 0) + 1).padStart(6, '0');
}

/**
 * Reads a journal that a killed run left. Throws HutError `damaged-journal` when it is not one
 * or names paths that no run of ours may write: it may have come with a cloned project.
 */
export function readJournal(folder: HutFolder, path: string): RunRecord {
  try {
    const run = parseRunRecord(readFileSync(path, 'utf8'));
    const paths = run.files.map((file) => file.path);
    checkPaths(folder.root, paths);
    if (findStats(imagesFolder(folder, run.id))?.isDirectory() === false)
      throw new Error('its before-images are not in a folder');
    const above = foldersAbove(paths);
    if (run.folders.every((made) => above.includes(made))) return run;
    throw new Error('it names folders that its files are not in');
  } catch (error) {
    throw new HutError({
      id: 'damaged-journal',
      message: `${path}, which a killed run left, cannot be used: ${(error as Error).message}`,
      hint: `See with git status which files that run wrote, then delete ${path} and ${folder.stage}.`,
      cause: error,
    });
  }
}

/** The command of a run that was killed before its commit point; empty where its journal is not whole. */
export function findPreparedCommand(folder: HutFolder): string {
  try {
    return parseRunRecord(readFileSync(join(folder.stage, 'journal.json'), 'utf8')).command;
  } catch {
    return '';
  }
}

/** The run is applied: its journal becomes its record, and the oldest runs go. */
export function closeRun(folder: HutFolder, run: RunRecord): void {
  // Before the record closes, so that no killed run leaves a secret behind.
  removeFolder(folder.stage);
  renameSync(folder.journal, join(runFolder(folder, run.id), 'run.json'));
  syncFolder(runFolder(folder, run.id));
  syncFolder(folder.hut);
  for (const id of listRunIds(folder).slice(0, -KEPT_RUNS)) removeRun(folder, id);
}

/** The tree is as before the run: its journal goes, and all that was prepared. */
export function dropRun(folder: HutFolder): void {
  unlinkSync(folder.journalBack);
  discardPrepared(folder);
}

/** Removes what a run prepared and never committed. The stage goes last: it tells that there was one. */
export function discardPrepared(folder: HutFolder): void {
  for (const id of listOpenRunIds(folder)) removeRun(folder, id);
  removeEmptyFolder(folder.runs);
  removeFolder(folder.stage);
}

function removeRun(folder: HutFolder, id: string): void {
  // The record first: a run without one is removed by the next recovery.
  removeFolder(join(runFolder(folder, id), 'run.json'));
  removeFolder(imagesFolder(folder, id));
  removeFolder(runFolder(folder, id));
}
