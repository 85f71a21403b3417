import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { HutError } from '@hut/errors';
import type { GlobalOptions } from './global-options.ts';
import type { Shell } from './shell.ts';

/** The shell as if it stood in the folder of `-C`. Throws HutError `no-folder` when there is none. */
export function standIn(shell: Shell, { cwd }: Pick<GlobalOptions, 'cwd'>): Shell {
  if (cwd === undefined) return shell;
  const folder = resolve(shell.cwd, cwd);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return { ...shell, cwd: folder };
  throw new HutError({
    id: 'no-folder',
    message: `-C ${cwd}: there is no such folder`,
    hint: 'Name a folder that exists; the path of a new project stands behind build.',
  });
}
