import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineGenerator, type Lookup, type Values } from '@hut/kit';
import { file, jobKind } from '@hut/render';
import { openTestProject, type TestProject } from '@hut/testing';
import { lookup } from '../lookup.ts';

/** Runs jobs, or says that it does. */
const clock: Lookup[number] = {
  definition: defineGenerator({
    id: 'clock',
    feature: true,
    summary: 'Jobs',
    provides: ['jobs'],
    contribute: () => [
      file({
        path: 'jobs',
        template: 'jobs',
        render: (assembled) =>
          assembled
            .of(jobKind)
            .map(({ name, use }) => `${name}: ${use.module}\n`)
            .join(''),
      }),
    ],
  }),
  templates: {},
};

/** A value below `entities` of hut.yaml. */
type Set = readonly [path: readonly string[], value: string | readonly string[]];

describe('a project with accounts', () => {
  let project: TestProject;
  beforeEach(() => (project = openTestProject(lookup)));
  afterEach(() => project.remove());

  const build = (auth: Values, ...fields: readonly Set[]): Promise<unknown> =>
    project.hut({
      features: { auth },
      splices: fields.map(([path, value]) => ({ set: ['entities', ...path], value })),
    });

  it('knows its users as User, whatever they are called', async () => {
    await build({ 'user-model': 'Account' });
    const line = 'from app.models.account import Account as User\n';
    for (const path of [
      'app/core/permissions.py',
      'app/dependencies/auth.py',
      'app/services/session_service.py',
      'app/commands/grant_role.py',
      'tests/accounts.py',
    ]) {
      expect(project.read(path)).toContain(line);
    }
  });

  it('lets people say what is theirs, and nothing that auth brings', async () => {
    await build(
      {},
      [['User', 'fields', 'email'], 'email:unique'],
      [['User', 'fields', 'phone'], 'string:30'],
      [['User', 'fields', 'born'], 'date:optional'],
    );
    const text = project.read('app/schemas/auth_account.py');
    const [registration, update] = text.split('class AccountUpdate');
    expect(registration).toContain(
      '    phone: Text = Field(max_length=30)\n    born: dt.date | None',
    );
    expect(update).toContain('    phone: Text = Field(default_factory=absent, max_length=30)\n');
    expect(update).not.toMatch(/email|active|roles|verified/u);
  });

  it('has the roles that its routes ask for', async () => {
    await build(
      {},
      [['Note', 'fields', 'title'], 'string'],
      [['Note', 'layers'], 'endpoint'],
      [
        ['Note', 'endpoint', 'access'],
        ['editor', 'author'],
      ],
    );
    expect(project.read('app/core/permissions.py')).toContain(
      '    "admin": frozenset(),\n    "author": frozenset(),\n    "editor": frozenset(),\n',
    );
  });

  it('has what has ended removed where something runs jobs', async () => {
    const path = 'app/services/expired_tokens.py';
    await build({});
    expect(existsSync(join(project.root, path))).toBe(false);
    project.remove();
    project = openTestProject([...lookup, clock]);
    await project.hut({ features: { auth: {}, clock: {} } });
    expect(project.read('jobs')).toBe('remove-expired-tokens: app.services.expired_tokens\n');
    expect(project.read(path)).toContain('async def remove_expired_tokens(session: AsyncSession)');
  });

  it('takes a token from a header, or from a cookie and then only from its own site', async () => {
    await build({});
    expect(project.read('app/dependencies/auth.py')).toContain('OAuth2PasswordBearer(');
    expect(project.read('pyproject.toml')).toContain('python-multipart');
    expect(existsSync(join(project.root, 'app/dependencies/other_sites.py'))).toBe(false);
    await project.hut({ splices: [{ set: ['features', 'auth', 'session'], value: 'cookie' }] });
    expect(project.read('app/dependencies/auth.py')).toContain('Depends(refuse_other_sites)');
    expect(project.read('app/api/v1/auth.py')).not.toContain('LoginForm');
    expect(project.read('app/schemas/auth.py')).not.toContain('access_token: str');
    expect(project.read('pyproject.toml')).not.toContain('python-multipart');
  });
});
