import { readRuns, type RunRecord } from '@hut/commit';
import { HutError } from '@hut/errors';
import { notesOf } from '../run-record-notes.ts';

/**
 * The run that is to be taken back: the newest that is no undo itself and was not taken back yet. So one undo
 * after another goes further back. Throws HutError `no-run`, or `damaged-run` where its record can't be read.
 */
export function findUndoable(root: string): RunRecord {
  const runs = readRuns(root);
  const undone = new Set(runs.flatMap((run) => notesOf(run).undoes ?? []));
  const found = runs.find((run) => notesOf(run).undoes === undefined && !undone.has(run.id));
  if (found === undefined) throw noRun();
  if (found.damaged !== undefined) throw damagedRun(found);
  return found;
}

function noRun(): HutError {
  return new HutError({
    id: 'no-run',
    message: 'There is no run to take back: none is recorded on this machine',
    hint: 'The last 20 runs are kept where they were made, not in git. What came from elsewhere, git takes back: git log -- hut.yaml',
  });
}

/** What is thrown for a run that can't be taken back, because its record or an image of it is damaged. */
export function damagedRun({ damaged, id }: Pick<RunRecord, 'damaged' | 'id'>): HutError {
  return new HutError({
    id: 'damaged-run',
    message: `The record of the last run cannot be read: ${damaged}`,
    hint: `Take the run back with git, or delete .hut/runs/${id} to go on with the one before it.`,
  });
}
