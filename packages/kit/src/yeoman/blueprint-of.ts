import type Generator from 'yeoman-generator';
import { HutError } from '@hut/errors';
import type { Blueprint } from '@hut/blueprint';
import type { Environment } from './environment.ts';
import { readBlueprint } from '../read-blueprint.ts';
import { draftOf } from './render-run.ts';
import { requireOpenProject } from './open-project.ts';
import { findRun } from './shared-run.ts';

/**
 * The blueprint of the project that the hut generators of this environment make or grow: with all that they were asked
 * for, from their `default` phase on. Throws HutError `not-composed` where none of them is composed, and what is wrong with
 * hut.yaml.
 */
export function blueprintOf(generator: Pick<Generator, 'env' | 'destinationRoot'>): Blueprint {
  const run = findRun(generator.env as Environment);
  if (run === undefined) throw noRun();
  const { lookup, version } = run;
  const text = draftOf(run, requireOpenProject(run, generator.destinationRoot()));
  return readBlueprint(text, { lookup, version, isDraft: true });
}

function noRun(): HutError {
  return new HutError({
    id: 'not-composed',
    message: 'No generator of hut runs here, so there is no blueprint to read',
    hint: 'Compose one first: await composeHut(this, "model", ["Post"])',
  });
}
