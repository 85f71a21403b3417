import type Generator from 'yeoman-generator';
import type { ConflicterOptions } from '@yeoman/conflicter';

/** The parts of Yeoman's environment that the adapter uses, its published types and the few that lack there. */
export type Environment = Generator['env'] & {
  /** What `--force`, `--bail`, `--dry-run` and their like came to; set when the environment starts. */
  readonly conflicterOptions?: ConflicterOptions;
  /** The generator that was started first; undefined until it is queued. */
  readonly rootGenerator?: () => unknown;
  readonly findFeature: (name: string) => readonly { readonly feature: unknown }[];
};

/** One file of Yeoman's shared in-memory file system. */
export type SharedFile = ReturnType<Environment['sharedFs']['get']>;

/** Whether somebody is there to answer: an adapter that reads no terminal (an editor's, a test's) always answers. */
export function isAttended({ adapter }: Environment): boolean {
  const { actualAdapter = adapter } = adapter as { readonly actualAdapter?: unknown };
  const { stdin } = actualAdapter as { readonly stdin?: { readonly isTTY?: boolean } };
  return stdin === undefined || stdin.isTTY === true;
}
