import { join } from 'node:path';

import { HutError } from '@hut/errors';

import type { HutFolder } from './hut-folder.ts';
import type { RecordedFile, RunRecord } from './run-record.ts';

/** A killed run left a file to write that a person has edited since: their text is not overwritten. */
export function editedSinceError(folder: HutFolder, run: RunRecord, file: RecordedFile): HutError {
  const path = join(folder.root, file.path);
  return new HutError({
    id: 'edited-since',
    message: `${file.path} was edited before "${run.command}", which was killed half-way, could be finished.`,
    hint: `Move your text aside (mv ${path} ${path}.mine) and run the command again; then take over from it what you need.`,
  });
}
