import type { RunRecord } from '@hut/commit';
import type { Renames } from './renames.ts';

/** What the record of a run keeps besides its files, so that it can be taken back. */
export interface RunNotes {
  readonly renames: Renames;
  /** Paths of renamed files, each with where it stood before. */
  readonly moves: readonly (readonly [to: string, from: string])[];
  /** The id of the run that this one took back. */
  readonly undoes?: string;
}

/** What a run without renames keeps. */
export const plainNotes: RunNotes = { renames: { entities: [], fields: [] }, moves: [] };

/** The notes of a recorded run; those of a plain one where the record has none that can be read. */
export function notesOf({ about }: Pick<RunRecord, 'about'>): RunNotes {
  return isRunNotes(about) ? about : plainNotes;
}

/** A record is a file, and may have come with a cloned project. */
function isRunNotes(about: unknown): about is RunNotes {
  if (!isMap(about) || !isMap(about.renames)) return false;
  const { entities, fields } = about.renames;
  const { undoes } = about;
  return (
    isListOf(entities, (one) => isMap(one) && isText(one.from) && isText(one.to)) &&
    isListOf(fields, (one) => isMap(one) && [one.entity, one.from, one.to].every(isText)) &&
    isListOf(about.moves, (one) => Array.isArray(one) && one.length === 2 && one.every(isText)) &&
    (undoes === undefined || isText(undoes))
  );
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
