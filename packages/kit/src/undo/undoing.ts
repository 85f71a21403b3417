import type { RecordedFile, RunRecord } from '@hut/commit';
import { decode, type Workspace } from '../workspace.ts';
import { imageBefore } from './image-before.ts';

/** A run that is to be taken back, and the project as it stands. */
export interface Undoing {
  readonly workspace: Workspace;
  readonly run: RunRecord;
}

/** What became of a file since the run wrote it. */
export type Since = 'as-left' | 'as-before' | 'edited';

/** Whether a file still is what the run left, is what it was before, or is something else. */
export function sinceRun({ workspace }: Undoing, { path, before, after }: RecordedFile): Since {
  const found = workspace.read(path);
  const now = found === null ? null : (found.sha ?? 'unreadable');
  if (now === after) return 'as-left';
  return now === before ? 'as-before' : 'edited';
}

/** The text of a file before the run, or null: it was not there, or was no text. */
export function textBefore({ workspace, run }: Undoing, path: string): string | null {
  const image = imageBefore({ workspace, run }, path);
  if (image === null) return null;
  const text = decode(image);
  return typeof text === 'string' ? text : null;
}
