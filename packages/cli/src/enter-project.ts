import { recoverProject, requireProject } from '@hut/kit';
import type { GlobalOptions } from './global-options.ts';
import type { Shell } from './shell.ts';
import { standIn } from './stand-in.ts';
import { tellBy } from './tell-by.ts';

/** The project that a person stands in, whatever its hut.yaml says. */
export interface EnteredProject {
  /** The shell as if it stood in the folder of `-C`. */
  readonly shell: Shell;
  readonly root: string;
}

/** Finds the project and finishes what a killed run left in it. Throws HutError. */
export function enterProject(outside: Shell, options: Pick<GlobalOptions, 'cwd'>): EnteredProject {
  const shell = standIn(outside, options);
  const root = requireProject(shell.cwd);
  recoverProject(root, tellBy(shell));
  return { shell, root };
}
