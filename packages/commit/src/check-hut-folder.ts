import { existsSync, statSync } from 'node:fs';

import { HutError } from '@hut/errors';

import { findStats } from './file-on-disk.ts';
import type { HutFolder } from './hut-folder.ts';

/**
 * Throws HutError `strange-folder` when the project or a folder of its `.hut` is something else. A
 * cloned project may bring a link there: every write of ours would go where it points.
 */
export function checkHutFolder({ root, hut, stage, runs }: HutFolder): void {
  const isFile = existsSync(root) && !statSync(root).isDirectory();
  if (isFile) throw strange(root, 'Choose another folder for the project.');
  const found = [hut, stage, runs].find((path) => findStats(path)?.isDirectory() === false);
  if (found === undefined) return;
  throw strange(found, 'Move it away: hut keeps its base and its runs in folders of these names.');
}

function strange(path: string, hint: string): HutError {
  return new HutError({ id: 'strange-folder', message: `${path} is not a folder.`, hint });
}
