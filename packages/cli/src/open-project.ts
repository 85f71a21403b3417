import { diskWorkspace, readHutYaml, type Workspace } from '@hut/kit';
import { enterProject, type EnteredProject } from './enter-project.ts';
import type { GlobalOptions } from './global-options.ts';
import type { Shell } from './shell.ts';

/** The project that a person stands in, as a command reads it. */
export interface OpenProject extends EnteredProject {
  readonly workspace: Workspace;
  /** The text of its hut.yaml. */
  readonly hutYaml: string;
}

/** Finds the project, finishes what a killed run left in it, and reads its hut.yaml. Throws HutError. */
export function openProject(outside: Shell, options: Pick<GlobalOptions, 'cwd'>): OpenProject {
  const { shell, root } = enterProject(outside, options);
  const workspace = diskWorkspace(root);
  // A project has a hut.yaml: that is how it was found.
  return { shell, root, workspace, hutYaml: readHutYaml(workspace)! };
}
