import type { Blueprint, Entity } from '@hut/blueprint';
import type { NextStep } from '@hut/render';
import type { Renames } from './renames.ts';

/** What a generator sees while it makes: the blueprint, and the project that it grows. */
export interface MakeContext {
  readonly blueprint: Blueprint;
  readonly entities: readonly Entity[];
  /** What the command renamed. */
  readonly renames: Renames;
  /** The text of a file of the project, or null when there is none that can be read. */
  readonly read: (path: string) => string | null;
  /** Paths of the files below a folder of the project, sorted. */
  readonly list: (folder: string) => readonly string[];
}

/** A path and its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** What was made once. */
export interface Made {
  /** Files that belong to the user from the moment they are written. */
  readonly files: readonly TextFile[];
  /** What the generator must know the next time, below `.hut/`. */
  readonly state: readonly TextFile[];
  /** What the user may lose, in a sentence each: a person is asked before it is written. */
  readonly destructive: readonly string[];
  /** What may stop it where it is applied, in a sentence each. */
  readonly risks: readonly string[];
  readonly next: readonly Pick<NextStep, 'command' | 'why'>[];
}

/** Makes files once from a project. Throws HutError for what cannot be made. */
export type Make = (context: MakeContext) => Made;
