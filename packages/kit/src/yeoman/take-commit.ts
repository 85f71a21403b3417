import type Generator from 'yeoman-generator';
import { HutError } from '@hut/errors';
import { commitRun } from './commit-run.ts';
import { requireOpenProject } from './open-project.ts';
import type { SharedRun } from './shared-run.ts';
import { withYeomanErrors } from './yeoman-error.ts';

/**
 * Has the first hut generator of a run commit for all generators. Throws HutError `other-commit` when somebody else
 * does already, because two can't write all or nothing.
 */
export function takeCommit(generator: Generator, run: SharedRun): void {
  const [offered] = run.env.findFeature('customCommitTask');
  if (offered === undefined) offerCommit(generator, run);
  else if (offered.feature !== run.commit) throw otherCommit();
}

function offerCommit(generator: Generator, run: SharedRun): void {
  const folder = generator.destinationRoot();
  run.commit = () => withYeomanErrors(() => commitRun(run, requireOpenProject(run, folder)));
  generator.setFeatures({ customCommitTask: run.commit });
}

function otherCommit(): HutError {
  return new HutError({
    id: 'other-commit',
    message: 'Another generator of this run writes the files in a way of its own',
    hint: 'Run it on its own, and the hut generator after it.',
  });
}
