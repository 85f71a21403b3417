/**
 * The sample club, which has every feature, with the lowest versions of its packages, on the newest Python here: what
 * those packages need is newer there, and may be written for that Python alone.
 */
import { join } from 'node:path';
import { PYTHON_VERSIONS } from '@hut/blueprint';
import { findPython } from '../matrix/find-python.ts';
import { installProject, type InstalledProject } from './installed-project.ts';
import { projectChecks } from './project-checks.ts';

const from = join(process.cwd(), 'samples/club/hut.yaml');
const [style, , tests] = projectChecks;
const { version, program } = findPython(PYTHON_VERSIONS);

describe(`a project with every feature, the lowest-direct versions and Python ${version}`, () => {
  let project: InstalledProject;
  beforeAll(async () => {
    const resolution = 'lowest-direct';
    project = await installProject({ database: 'sqlite', resolution, from, interpreter: program });
  });
  afterAll(() => project.close());

  it.each([style!, tests!])('%s', (_, check) => check(project));
});
