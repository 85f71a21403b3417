/** A file on disk that is no UTF-8 text; `unreadable` says why, for the message. */
export interface Unreadable {
  readonly unreadable: string;
}

/** One file three times: as rendered last, as on disk, as rendered now; null where there is none. */
export interface ThreeTexts {
  readonly base: string | null;
  readonly mine: string | Unreadable | null;
  readonly next: string | null;
}

/** One place where only a person can decide; `line` counts from 1 in mine. */
export interface ConflictHunk {
  readonly line: number;
  readonly mine: readonly string[];
  readonly base: readonly string[];
  readonly next: readonly string[];
}

/** Why a file stays as it is on disk. */
export type KeepReason = 'same' | 'unchanged' | 'edited' | 'deleted' | 'owned';

interface Here {
  readonly path: string;
  /** Where base and mine stood, when the request renamed this file: that path is to go. */
  readonly movedFrom?: string;
}

/** What only a person can decide about one file; `markers` is null where mine is no text. */
export interface Conflict extends Here {
  readonly action: 'conflict';
  readonly reason: string;
  readonly hunks: readonly ConflictHunk[];
  readonly markers: string | null;
  readonly base: string | null;
  readonly mine: string | null;
  readonly next: string | null;
}

/** A file that stays; `note` is true when the user deleted it and it would be rendered otherwise now. */
export interface Keep extends Here {
  readonly action: 'keep';
  readonly why: KeepReason;
  readonly note: boolean;
}

/** The result for one file: `update` replaces an unedited file, `merge` joins both sides' edits. */
export type Change =
  | (Here & { readonly action: 'create' | 'update' | 'merge'; readonly text: string })
  | (Here & { readonly action: 'delete' })
  | Keep
  | Conflict;
