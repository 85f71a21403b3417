import { join } from 'node:path';

import { HutError } from '@hut/errors';

import { hashFile } from './file-on-disk.ts';
import type { FileWrite } from './run-record.ts';

/** Throws HutError `changed` when a file is no longer what it was when the change was planned. */
export function checkUnchanged(root: string, files: readonly FileWrite[]): void {
  const changed = files.find((file) => hashFile(join(root, file.path)) !== file.before);
  if (changed !== undefined) throw changedError(changed.path);
}

/** Somebody wrote a file between the reading and the writing of a command, which wrote nothing. */
export function changedError(path: string): HutError {
  return new HutError({
    id: 'changed',
    message: `${path} was changed by somebody else while the command ran. Nothing was written.`,
    hint: 'Run the command again: it starts from what is there now.',
  });
}
