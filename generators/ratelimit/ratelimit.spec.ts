import { openTestProject, type TestProject } from '@hut/testing';
import { lookup } from '../lookup.ts';

const files = [
  'app/core/client_address.py',
  'app/core/rate_counter.py',
  'app/core/rate_limit.py',
  'app/middleware/rate_limit.py',
  'tests/test_client_address.py',
  'tests/test_rate_limit.py',
];

describe('ratelimit', () => {
  let project: TestProject;
  beforeEach(() => (project = openTestProject(lookup)));
  afterEach(() => project.remove());

  it('is wired: packages, settings, a counter that opens, and a middleware next to the routes', async () => {
    await project.hut({ features: { ratelimit: {} } });
    expect(project.read('pyproject.toml')).toMatch(/"limits>=5\.8,<6",\n[^\]]*"redis>=6,<9",\n/);
    expect(project.read('.env.example')).toContain('\nRATE_LIMIT_URL=memory://\n');
    const factory = project.read('app/factory.py');
    expect(factory).toContain('    open_database,\n    open_rate_counter,\n');
    expect(factory).toMatch(
      /Middleware\(RateLimitMiddleware, default=settings\.rate_limit_default\),\n {4}\]/,
    );
    for (const path of files) expect(project.read(path)).not.toBe('');
  });

  it('lets pages of other origins read its headers, until it is removed', async () => {
    await project.hut();
    const before = project.read('app/factory.py');
    await project.hut({ features: { ratelimit: {} } });
    expect(project.read('app/factory.py')).toContain(
      'EXPOSED_HEADERS = [\n    "RateLimit",\n    "RateLimit-Policy",\n    "Retry-After",\n    "X-Request-ID",\n]\n',
    );
    await project.hut({ splices: [{ remove: ['features', 'ratelimit'] }] });
    expect(project.read('app/factory.py')).toBe(before);
  });
});
