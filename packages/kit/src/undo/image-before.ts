import { hashBytes, readBefore } from '@hut/commit';
import { damagedRun } from './find-undoable.ts';
import type { Undoing } from './undoing.ts';

/**
 * What a file held before the run, or null where there is no image of it. Throws HutError `damaged-run` for an image
 * that is gone, or is not what was stored: it would stand in the project as what was there.
 */
export function imageBefore({ workspace, run }: Undoing, path: string): Uint8Array | null {
  const image = readImage({ workspace, run }, path);
  const stored = run.files.find((file) => file.path === path);
  if (image === null || hashBytes(image) === stored?.before) return image;
  throw damagedImage(run.id, path);
}

function readImage({ workspace, run }: Undoing, path: string): Uint8Array | null {
  try {
    return readBefore(workspace.root, run, path);
  } catch {
    throw damagedImage(run.id, path);
  }
}

function damagedImage(id: string, path: string): Error {
  return damagedRun({
    id,
    damaged: `what ${path} held before it is gone, or is not what was stored`,
  });
}
