import {
  diskWorkspace,
  readHutYaml,
  recoverProject,
  requireProject,
  type Workspace,
} from '@hut/kit';
import type { GlobalOptions } from './global-options.ts';
import type { Shell } from './shell.ts';
import { standIn } from './stand-in.ts';
import { tellBy } from './tell-by.ts';

/** The project that a person stands in. */
export interface OpenProject {
  /** The shell as if it stood in the folder of `-C`. */
  readonly shell: Shell;
  readonly root: string;
  readonly workspace: Workspace;
  /** The text of its hut.yaml. */
  readonly hutYaml: string;
}

/** Finds the project and finishes what a killed run left in it. Throws HutError. */
export function openProject(shell: Shell, options: Pick<GlobalOptions, 'cwd'>): OpenProject {
  const standing = standIn(shell, options);
  const root = requireProject(standing.cwd);
  recoverProject(root, tellBy(standing));
  const workspace = diskWorkspace(root);
  // A project has a hut.yaml: that is how it was found.
  return { shell: standing, root, workspace, hutYaml: readHutYaml(workspace)! };
}
