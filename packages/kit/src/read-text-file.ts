import { readFileSync } from 'node:fs';
import { HutError } from '@hut/errors';

/** The text of a file that the user named. Throws HutError `no-file`. */
export function readTextFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new HutError({
      id: 'no-file',
      message: `Cannot read ${path}`,
      hint: 'Name a file that exists and that you may read.',
      cause,
    });
  }
}
