import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HutError } from '@hut/errors';
import type { Draft } from '../draft-blueprint.ts';
import { refuseForeignFolder, requireProject } from '../find-project.ts';
import { recoverProject } from '../recover-project.ts';
import { say } from './say.ts';
import type { Project, SharedRun } from './shared-run.ts';

/**
 * Makes a folder the project of the run, after what a killed command left there is finished. The folder itself is
 * made by the commit. Throws HutError `not-empty` for somebody else's folder, `two-projects` for a second one.
 */
export function openProject(run: SharedRun, root: string, from: Draft['from']): Project {
  if (run.project?.root === root) return run.project;
  if (run.project !== null) throw twoProjects(run.project.root, root);
  recoverProject(root, (text) => say(run.env, text));
  refuseForeignFolder(root);
  run.project = { root, from, isNew: !existsSync(join(root, 'hut.yaml')) };
  return run.project;
}

/** The project of the run, or the one that the folder is in. Throws HutError `no-project`. */
export function requireOpenProject(run: SharedRun, folder: string): Project {
  return run.project ?? openProject(run, requireProject(folder), null);
}

function twoProjects(one: string, other: string): HutError {
  return new HutError({
    id: 'two-projects',
    message: `One run can't write two projects: ${one} and ${other}`,
    hint: 'Run the generators one after the other.',
  });
}
