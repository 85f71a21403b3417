import { readState, type ProjectState } from '@hut/kit';
import type { GlobalOptions } from './global-options.ts';
import { openProject, type OpenProject } from './open-project.ts';
import type { Shell } from './shell.ts';

/** A project that is looked at: nothing is amended. */
export interface OpenState extends OpenProject {
  readonly state: ProjectState;
}

/** The project that a person stands in, with its three trees. Throws HutError. */
export function openState(outside: Shell, options: Pick<GlobalOptions, 'cwd'>): OpenState {
  const project = openProject(outside, options);
  const { shell, workspace, hutYaml } = project;
  const state = readState({ ...shell, workspace, hutYaml: { before: hutYaml, after: hutYaml } });
  return { ...project, state };
}
