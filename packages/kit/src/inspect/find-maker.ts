import { readRuns } from '@hut/commit';

/** A recorded run, as one line says it. */
export interface Maker {
  readonly id: string;
  readonly command: string;
}

/** The run of this machine that made a file; null where none is recorded. */
export function findMaker(root: string, path: string): Maker | null {
  const made = readRuns(root).find(({ files }) =>
    files.some((file) => file.path === path && file.before === null && file.after !== null),
  );
  return made === undefined ? null : { id: made.id, command: made.command };
}
