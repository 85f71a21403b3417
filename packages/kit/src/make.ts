import type { Blueprint, Entity } from '@hut/blueprint';
import type { Sha } from '@hut/commit';
import type { NextStep } from '@hut/render';
import type { Renames } from './renames.ts';

/** A path and its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A file that is made once: it belongs to the user from the moment it is written. */
export interface MadeFile extends TextFile {
  /** What the generator must know of it later, a line each; none is empty or starts with `#`. */
  readonly memo: readonly string[];
}

/** What is known of a file that was made once: its committed record. */
export interface MadeRecord {
  /** Hash of the file as it was made; null when the record is not as it was written. */
  readonly hash: Sha | null;
  /** What the generator noted; in a record without a hash, the lines that there are. */
  readonly memo: readonly string[];
}

/** A project, as what makes files once reads it. */
export interface ProjectReader {
  /** Its folder. */
  readonly root: string;
  /** The text of a file of the project, or null when there is none that can be read. */
  readonly read: (path: string) => string | null;
  /** Paths of the files below a folder of the project, sorted. */
  readonly list: (folder: string) => readonly string[];
  /** The records of what was made once, by path. */
  readonly made: ReadonlyMap<string, MadeRecord>;
}

/** What a generator sees while it makes: the blueprint, and the project that it grows. */
export interface MakeContext extends ProjectReader {
  readonly blueprint: Blueprint;
  readonly entities: readonly Entity[];
  /** What the command renamed. */
  readonly renames: Renames;
}

/** What was made once. */
export interface Made {
  readonly files: readonly MadeFile[];
  /** What the user may lose, in a sentence each: a person is asked before it is written. */
  readonly destructive: readonly string[];
  /** What may stop it where it is applied, in a sentence each. */
  readonly risks: readonly string[];
  /** What the user should know besides, in a sentence each. */
  readonly notes: readonly string[];
  readonly next: readonly Pick<NextStep, 'command' | 'why'>[];
}

/** Makes files once from a project. Throws HutError for what cannot be made. */
export type Make = (context: MakeContext) => Made;

/** Whether somebody may rely on a file that was made once, so that it must not go again. */
export type IsUsed = (path: string, project: ProjectReader) => boolean;
