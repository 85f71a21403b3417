import type { Blueprint, Splice } from '@hut/blueprint';
import type { Option, Values } from './option.ts';

/** A word behind a command, by position. */
export interface Argument {
  readonly name: string;
  /** What it is: the line in the help, and the question when a person is there to ask. */
  readonly doc: string;
  /** The last one may take all the words that are left; a person is asked for them one at a time. */
  readonly many?: true;
  /** The command works without it. A person is asked for it all the same. */
  readonly optional?: true;
  /** Words that it takes, where it does not take those of a project: what every property test draws from. */
  readonly examples?: readonly string[];
  /** Whether it has a meaning, where that depends on the words before it: else nobody is asked for it, and nobody misses it. */
  readonly isWanted?: (asked: Pick<Asked, 'args' | 'blueprint'>) => boolean;
  /** It may hold the next one too, behind a point: `Article.title`. */
  readonly holdsNext?: true;
}

/** What one command was asked: its words, its options, and the blueprint that it finds. */
export interface Asked {
  readonly args: readonly string[];
  readonly values: Values;
  /** Parsed when somebody reads it. */
  readonly blueprint: Blueprint;
  /** What hut.yaml says at a path, as it is written there. */
  readonly written: (path: readonly string[]) => unknown;
}

/** Something that a command does to hut.yaml. */
export interface Verb {
  readonly arguments: readonly Argument[];
  /** Its flags. */
  readonly options?: Readonly<Record<string, Option>>;
  /**
   * The edits of hut.yaml. Throws HutError for what cannot be done. While a person is asked it is called with the
   * words so far, so that a wrong one is told at once.
   */
  readonly amend: (asked: Asked) => readonly Splice[];
}

/** The commands besides `add` that a generator may answer: `hut remove <id>`, `hut change <id>`, `hut rename <id>`. */
export const VERBS = ['remove', 'change', 'rename'] as const;
