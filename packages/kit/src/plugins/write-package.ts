import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { withDiskErrors } from '@hut/commit';
import type { TextFile } from '../make.ts';

/**
 * Makes a folder that is new or empty, with all of the files, or nothing: they are written beside it, and the folder
 * is moved to its place. Throws HutError when the disk refuses.
 */
export function writePackage(folder: string, files: readonly TextFile[]): void {
  withDiskErrors(dirname(folder), 'Nothing was written.', () => {
    const home = existsSync(folder) ? realpathSync(folder) : folder;
    const made = mkdirSync(dirname(home), { recursive: true });
    try {
      moveIn(home, files);
    } catch (error) {
      if (made !== undefined) rmSync(made, { recursive: true, force: true });
      throw error;
    }
  });
}

function moveIn(home: string, files: readonly TextFile[]): void {
  const draft = mkdtempSync(join(dirname(home), `.${basename(home)}-`));
  try {
    // Others may read it, as any folder that is made.
    const folder = join(draft, basename(home));
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    if (existsSync(home)) rmdirSync(home);
    renameSync(folder, home);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
