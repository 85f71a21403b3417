import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Splice } from '@hut/blueprint';
import { openTestProject, type TestProject } from '@hut/testing';
import { lookup } from '../lookup.ts';

describe('sign-in at other providers', () => {
  let project: TestProject;
  beforeEach(() => (project = openTestProject(lookup)));
  afterEach(() => project.remove());

  const build = (providers: readonly string[], splices: readonly Splice[] = []): Promise<unknown> =>
    project.hut({
      features: { auth: providers.length === 0 ? {} : { providers } },
      splices,
    });
  const has = (path: string): boolean => existsSync(join(project.root, path));

  it('is not there without providers', async () => {
    await build([]);
    expect(has('app/core/oauth.py')).toBe(false);
    expect(project.read('app/factory.py')).not.toContain('SessionMiddleware');
  });

  it.each([
    [['github'], 'oauth_github', 'oauth_openid'],
    [['google'], 'oauth_openid', 'oauth_github'],
  ])('at %j has what that speaks, and no more', async (providers, there, not) => {
    await build(providers);
    expect(has(`app/core/${there}.py`)).toBe(true);
    expect(has(`app/core/${not}.py`)).toBe(false);
    expect(project.read('app/core/oauth_providers.py')).not.toContain(not);
    expect(project.read('tests/oauth.py')).not.toContain(not.replace('oauth', 'fake'));
  });

  it('has settings for each, and starts without them', async () => {
    await build(['google', 'work=https://sso.example.com/realms/x']);
    const settings = project.read('app/core/settings.py');
    expect(settings).toContain('    google_client_id: str = ""\n');
    expect(settings).toContain('    google_client_secret: SecretStr = SecretStr("")\n');
    expect(settings).not.toContain('google_issuer');
    expect(settings).toContain('    work_issuer: str = "https://sso.example.com/realms/x"\n');
    expect(project.read('README.md')).toContain('`/api/v1/auth/oauth/work/callback`');
  });

  it('makes no account for somebody of whom a provider does not tell all that it needs', async () => {
    await build(['github']);
    expect(project.read('app/services/oauth_service.py')).not.toContain('registration_required');
    await build(['github'], [{ set: ['entities', 'User', 'fields', 'name'], value: 'string' }]);
    expect(project.read('app/services/oauth_service.py')).toContain('"registration_required"');
  });
});
