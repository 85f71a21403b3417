/**
 * The sample shop, ten entities with every type of field and every relation, on each database: what its own CI would
 * run, and then thousands of requests made up from its OpenAPI document, right ones and wrong ones.
 */
import { join } from 'node:path';
import { serveProject } from '@hut/testing';
import { installProject, type InstalledProject } from './installed-project.ts';
import { projectChecks } from './project-checks.ts';
import { runSchemathesis } from './run-schemathesis.ts';

const from = join(process.cwd(), 'samples/shop/hut.yaml');

describe.each(['sqlite', 'postgresql', 'mysql'])('the shop of ten entities on %s', (database) => {
  let project: InstalledProject;
  beforeAll(async () => (project = await installProject({ database, from })));
  afterAll(() => project.close());

  it.each(projectChecks)('%s', (_, check) => check(project));

  it('answers every made-up request as its OpenAPI document says', async () => {
    const served = await serveProject(project.root);
    try {
      const requests = runSchemathesis(`${served.url}/openapi.json`, project.root);
      process.stdout.write(`${database}: ${requests} requests\n`);
      expect(requests).toBeGreaterThan(1000);
    } finally {
      await served.stop();
    }
  });
});
