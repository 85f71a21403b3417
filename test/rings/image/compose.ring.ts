/** Docker Compose itself reads the files of a project: values of .env in them, and the two files as one. */
import { openTestProject, runTool, type TestProject } from '@hut/testing';
import { lookup } from '../../../generators/lookup.ts';
import { requireDockerCompose } from './docker-compose.ts';

describe('docker compose', () => {
  const program = requireDockerCompose();
  let project: TestProject;
  beforeEach(() => (project = openTestProject(lookup)));
  afterEach(() => project.remove());
  const read = (...words: readonly string[]): string =>
    runTool(program, [...words, 'config'], project.root);

  it.each(['sqlite', 'postgresql', 'mysql'])('reads both files on %s', async (database) => {
    const ids = lookup
      .filter(({ definition }) => definition.feature)
      .map(({ definition }) => definition.id);
    const features = Object.fromEntries(ids.map((id) => [id, {}]));
    await project.hut({ features, splices: [{ set: ['database'], value: database }] });
    expect(read()).toContain('ENVIRONMENT: development');
    const production = read('--file', 'compose.yaml');
    expect(production).toContain('ENVIRONMENT: production');
    expect(production).not.toContain('published: "6379"');
  });

  it('puts the password of .env into the URL, and says where one is missing', async () => {
    const splices = [{ set: ['database'], value: 'postgresql' }] as const;
    await project.hut({ features: { docker: {} }, splices });
    const [, password] = /^SERVICES_PASSWORD=(.*)$/m.exec(project.read('.env'))!;
    const url = `DATABASE_URL: postgresql+asyncpg://postgres:${password!}@postgresql:5432/shop`;
    expect(read('--file', 'compose.yaml')).toContain(url);
    project.edit('.env', /^SERVICES_PASSWORD=.*$/m.exec(project.read('.env'))![0], '');
    expect(() => read()).toThrow('SERVICES_PASSWORD is missing a value: is missing in .env');
  });
});
