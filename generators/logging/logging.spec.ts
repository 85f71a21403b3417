import { openTestProject, type TestProject } from '@hut/testing';
import { lookup } from '../lookup.ts';

describe('logging', () => {
  let project: TestProject;
  beforeEach(() => (project = openTestProject(lookup)));
  afterEach(() => project.remove());

  it('stands in for the plain logging, and gives way to it again', async () => {
    await project.hut();
    const plain = project.read('app/core/logging.py');
    await project.hut({ features: { logging: {} } });
    expect(project.read('app/core/logging.py')).toContain('from loguru import logger');
    await project.hut({ splices: [{ remove: ['features', 'logging'] }] });
    expect(project.read('app/core/logging.py')).toBe(plain);
  });

  it('asks about a plain logging that somebody rewrote, and writes nothing without an answer', async () => {
    await project.hut();
    const own =
      '"""Logging, by hand."""\n\n\ndef configure_logging(_: object) -> None:\n    pass\n';
    project.write('app/core/logging.py', own);
    await expect(project.hut({ features: { logging: {} } })).rejects.toMatchObject({
      id: 'conflict',
    });
    expect(project.read('app/core/logging.py')).toBe(own);
  });

  it('is inside of what gives a request its id, and outside of all that answers', async () => {
    await project.hut({ features: { logging: {}, auth: {}, ratelimit: {} } });
    expect(project.read('app/factory.py')).toMatch(
      /return \[\n\s+Middleware\(RequestIdMiddleware\),\n\s+Middleware\(RequestLogMiddleware\),\n/,
    );
  });

  it('has settings for a file where one is wanted, which outlives its container', async () => {
    await project.hut({ features: { logging: {}, docker: {} } });
    expect(project.read('.env.example')).not.toContain('LOG_FILE');
    expect(project.read('app/core/logging.py')).not.toContain('log_file');
    await project.hut({ features: { logging: { file: true }, docker: {} } });
    expect(project.read('.env.example')).toContain('\nLOG_FILE=\n');
    expect(project.read('compose.yaml')).toContain('LOG_FILE: "/data/app.log"\n');
    expect(project.read('tests/test_log_file.py')).not.toBe('');
  });
});
