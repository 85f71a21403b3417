import type { Sha } from './hash-bytes.ts';

/** One file to write, as a command planned it. */
export interface FileWrite {
  /** Relative to the project, `/` between the parts. */
  readonly path: string;
  /** Hash of what was read when the change was planned; null: there was no file. */
  readonly before: Sha | null;
  /** What shall be there; null: no file. */
  readonly after: Uint8Array | string | null;
  /** Mode of a new file (less the umask); a file that is there keeps its own. */
  readonly mode?: number;
  /** Its contents never stay in `.hut` once the run is closed (`.env`). */
  readonly secret?: boolean;
}

/** What a run did to one file. */
export interface RecordedFile {
  readonly path: string;
  readonly before: Sha | null;
  readonly after: Sha | null;
  /** Mode that the file had before. */
  readonly mode?: number;
  /** There is no before-image of a secret file. */
  readonly secret?: boolean;
}

/** One committed command; on disk it is `.hut/runs/<id>/run.json`. */
export interface RunRecord {
  /** A number of six digits; a later run has a greater one. */
  readonly id: string;
  readonly command: string;
  /** ISO time. */
  readonly at: string;
  readonly files: readonly RecordedFile[];
  /** The folders that the run made. */
  readonly folders: readonly string[];
  /** What the caller wanted to find again with the run; whatever JSON holds. */
  readonly about?: unknown;
  /** Why the record can't be read; then only `id` means anything. */
  readonly damaged?: string;
}

/**
 * Takes the text of a journal or of a run.json; returns the record.
 * Throws an Error with the reason when it is not one.
 */
export function parseRunRecord(text: string): RunRecord {
  const read: unknown = JSON.parse(text);
  if (!isRunRecord(read)) throw new Error('it is not the record of a run');
  return read;
}

function isRunRecord(read: unknown): read is RunRecord {
  if (typeof read !== 'object' || read === null) return false;
  const record = read as Partial<Record<keyof RunRecord, unknown>>;
  return (
    typeof record.id === 'string' &&
    /^\d{6,}$/.test(record.id) &&
    typeof record.command === 'string' &&
    typeof record.at === 'string' &&
    isListOf(record.folders, (folder) => typeof folder === 'string') &&
    isListOf(record.files, isRecordedFile)
  );
}

function isRecordedFile(read: unknown): boolean {
  if (typeof read !== 'object' || read === null) return false;
  const file = read as Partial<Record<keyof RecordedFile, unknown>>;
  return (
    typeof file.path === 'string' &&
    isSha(file.before) &&
    isSha(file.after) &&
    (file.mode === undefined || typeof file.mode === 'number') &&
    (file.secret === undefined || typeof file.secret === 'boolean')
  );
}

function isListOf(read: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(read) && read.every(isItem);
}

function isSha(read: unknown): boolean {
  return read === null || (typeof read === 'string' && /^[0-9a-f]{64}$/.test(read));
}
