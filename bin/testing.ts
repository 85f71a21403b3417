/** The public API, `generator-hut/testing`: what the tests of a package of generators import. docs/api.md describes it. */
import { openTestProject as openProject, type TestProject } from '@hut/testing';
import type { Lookup } from '@hut/kit';
import manifest from '../package.json' with { type: 'json' };
import { lookup as ours } from '../generators/lookup.ts';

export {
  pythonEnvironment,
  requireUv,
  runHut,
  runTool,
  type CommandResult,
  type TestProject,
  type TestRun,
} from '@hut/testing';

/**
 * A new empty project in a temporary folder, for the generators of a package beside those of hut; `remove` it when the
 * test is done. It needs no test runner of its own.
 */
export function openTestProject(lookup: Lookup, name = 'shop'): TestProject {
  return openProject([...ours, ...lookup], name, manifest.version);
}
