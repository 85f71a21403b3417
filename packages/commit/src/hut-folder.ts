import { join, resolve } from 'node:path';

import type { RecordedFile, RunRecord } from './run-record.ts';

/**
 * Where things are in `.hut`, but for what git keeps (base, made):
 *
 *     lock               who is writing
 *     stage/<n>          new contents, until they are renamed into place
 *     stage/before-<n>   before-images of secret files: gone with the stage
 *     stage/journal.json the journal, until it is renamed to
 *     journal.json       the run that is being applied: recovery rolls forward
 *     journal-back.json  the run that is being taken back: recovery rolls back
 *     runs/<id>/run.json the closed journal
 *     runs/<id>/before/<n>  before-images
 */
export interface HutFolder {
  readonly root: string;
  readonly hut: string;
  readonly stage: string;
  readonly runs: string;
  readonly journal: string;
  readonly journalBack: string;
}

/** Takes the folder of a project; returns the paths of its `.hut`. */
export function hutFolder(root: string): HutFolder {
  const whole = resolve(root);
  const hut = join(whole, '.hut');
  return {
    root: whole,
    hut,
    stage: join(hut, 'stage'),
    runs: join(hut, 'runs'),
    journal: join(hut, 'journal.json'),
    journalBack: join(hut, 'journal-back.json'),
  };
}

/** The staged contents of the n-th file of a run. */
export function stagedFile(folder: HutFolder, index: number): string {
  return join(folder.stage, String(index));
}

/** The folder of a run. */
export function runFolder(folder: HutFolder, id: string): string {
  return join(folder.runs, id);
}

/** The folder of a run's before-images. */
export function imagesFolder(folder: HutFolder, id: string): string {
  return join(runFolder(folder, id), 'before');
}

/** The before-image of the n-th file of a run. A secret one never enters `runs`. */
export function beforeImage(
  folder: HutFolder,
  run: Pick<RunRecord, 'id'>,
  file: Pick<RecordedFile, 'secret'>,
  index: number,
): string {
  if (file.secret === true) return join(folder.stage, `before-${String(index)}`);
  return join(imagesFolder(folder, run.id), String(index));
}
