import { readRuns } from '@hut/commit';
import { notesOf } from '../run-record-notes.ts';

/** One line of `hut log`. */
export interface LoggedRun {
  readonly id: string;
  /** ISO time; empty where the record can't be read. */
  readonly at: string;
  readonly command: string;
  /** The user's files that it wrote, without what hut keeps for itself. */
  readonly files: readonly string[];
  /** Whether it was taken back, took one back, or can't be read; null for a run as any other. */
  readonly state: string | null;
}

/** The recorded runs of this machine, newest first. */
export function listRuns(root: string): readonly LoggedRun[] {
  const runs = readRuns(root);
  const undone = new Set(runs.flatMap((run) => notesOf(run).undoes ?? []));
  return runs.map((run) => ({
    id: run.id,
    at: run.at,
    command: run.command,
    files: run.files.map(({ path }) => path).filter((path) => !path.startsWith('.hut/')),
    state: run.damaged ?? (undone.has(run.id) ? 'taken back' : tookBack(notesOf(run).undoes)),
  }));
}

function tookBack(id: string | undefined): string | null {
  return id === undefined ? null : `takes back ${id}`;
}
