/** Logs for real: what the project's own tests say of them, and each line of a command that is none of ours. */
import { installProject, type InstalledProject } from './installed-project.ts';
import { projectChecks } from './project-checks.ts';

const words = ['--with-logging', '--logging-file'];
const [style, , tests] = projectChecks;

describe('a project with logging', () => {
  let project: InstalledProject;
  beforeAll(async () => (project = await installProject({ database: 'sqlite', words })));
  afterAll(() => project.close());
  afterEach(() => delete process.env.ENVIRONMENT);

  it.each([style!, tests!])('%s', (_, check) => check(project));

  it('writes what Alembic logs in production as lines of JSON, each once', () => {
    process.env.ENVIRONMENT = 'production';
    const lines = project
      .python('-m', 'alembic', 'upgrade', 'head')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ logger }) => logger)).toContain('alembic.runtime.migration');
    const messages = lines.map(({ message }) => message);
    expect(messages).toEqual([...new Set(messages)]);
  });
});
