/** The minimal project on each database, on a real server: what its own CI would run, and what its engine promises. */
import { join } from 'node:path';
import { serveProject } from '@hut/testing';
import { installProject, type InstalledProject } from './installed-project.ts';
import { projectChecks } from './project-checks.ts';

describe.each([
  ['sqlite', 'lowest-direct'],
  ['postgresql', 'highest'],
  ['postgresql', 'lowest-direct'],
  ['mysql', 'highest'],
  ['mysql', 'lowest-direct'],
])('the minimal project on %s, with the %s versions', (database, resolution) => {
  let project: InstalledProject;
  beforeAll(async () => (project = await installProject({ database, resolution })));
  afterAll(() => project.close());

  it.each(projectChecks)('%s', (_, check) => check(project));

  it('keeps what its engine promises', () => {
    const { python, server } = project;
    python(join(import.meta.dirname, 'engine.py'), server.url('shop_test_served'));
  });

  it('is ready when it is served', async () => {
    const served = await serveProject(project.root, { path: '/health/ready' });
    await served.stop();
  });
});
