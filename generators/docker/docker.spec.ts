import { openTestProject, type TestProject } from '@hut/testing';
import { parse } from 'yaml';
import { lookup } from '../lookup.ts';

const files = ['.dockerignore', 'Dockerfile', 'compose.override.yaml', 'compose.yaml'];
const wiring = ['.env.example', 'README.md', 'app/core/settings.py', 'hut.yaml', 'pyproject.toml'];

interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly volumes?: readonly string[];
}
type Services = Readonly<Record<string, Service>>;

describe('docker', () => {
  let project: TestProject;
  beforeEach(() => (project = openTestProject(lookup)));
  afterEach(() => project.remove());

  const servicesOf = (path: string): Services =>
    (parse(project.read(path)) as { services: Services }).services;
  const server = (name: string) => [{ set: ['database'], value: name }] as const;

  it('starts the application when the servers are well and the database is migrated', async () => {
    await project.hut({ features: { docker: {} }, splices: server('postgresql') });
    const { web, migrate } = servicesOf('compose.yaml');
    expect(Object.keys(servicesOf('compose.yaml'))).toEqual(['postgresql', 'migrate', 'web']);
    expect(migrate!.depends_on).toEqual({ postgresql: { condition: 'service_healthy' } });
    expect(web!.depends_on).toEqual({
      postgresql: { condition: 'service_healthy' },
      migrate: { condition: 'service_completed_successfully' },
    });
  });

  it('draws the password of the servers, which the application does not read', async () => {
    await project.hut({ features: { docker: {} }, splices: server('mysql') });
    expect(project.read('.env')).toMatch(/^SERVICES_PASSWORD=[\w-]{43}$/m);
    expect(project.read('.env.example')).toMatch(/^SERVICES_PASSWORD=$/m);
    expect(project.read('app/core/settings.py')).not.toContain('services_password');
    const { web, mysql } = servicesOf('compose.yaml');
    const password = '${SERVICES_PASSWORD:?is missing in .env}';
    expect(mysql!.environment).toMatchObject({ MYSQL_ROOT_PASSWORD: password });
    expect(web!.environment!['DATABASE_URL']).toBe(
      `mysql+asyncmy://root:${password}@mysql:3306/shop`,
    );
  });

  it('runs the servers of development as the local .env names them', async () => {
    await project.hut({ features: { docker: {} }, splices: server('postgresql') });
    const { web, postgresql } = servicesOf('compose.override.yaml');
    const [, local] = /^DATABASE_URL=(.*)$/m.exec(project.read('.env'))!;
    expect(postgresql!.environment).toMatchObject({ POSTGRES_PASSWORD: 'postgres' });
    expect(web!.environment!['DATABASE_URL']).toBe(local!.replace('localhost', 'postgresql'));
  });

  it('keeps the file of SQLite on a volume, and needs no password', async () => {
    await project.hut({ features: { docker: {} } });
    const { web, migrate } = servicesOf('compose.yaml');
    for (const service of [web, migrate]) {
      expect(service!.volumes).toEqual(['files:/data']);
      expect(service!.environment!['DATABASE_URL']).toBe('sqlite+aiosqlite:////data/shop.db');
    }
    expect(project.read('Dockerfile')).toContain('--owner=10001 --group=10001 /data\n');
    expect(project.read('.env.example')).not.toContain('SERVICES_PASSWORD');
  });

  it('has the servers of a feature, and none when the feature is removed', async () => {
    await project.hut({ features: { docker: {} } });
    const before = files.map(project.read);
    await project.hut({ features: { ratelimit: {} } });
    const { redis, web } = servicesOf('compose.yaml');
    expect(redis).toMatchObject({ image: expect.stringMatching(/^redis:\d/) as string });
    expect(web!.environment).toMatchObject({ RATE_LIMIT_URL: 'redis://redis:6379/0' });
    await project.hut({ splices: [{ remove: ['features', 'ratelimit'] }] });
    expect(files.map(project.read)).toEqual(before);
  });

  it('gives the same bytes whether it was there at first or came later', async () => {
    await project.hut({ features: { docker: {}, ratelimit: {} } });
    const atOnce = [...files, ...wiring].map(project.read);
    project.remove();
    project = openTestProject(lookup);
    await project.hut();
    await project.hut({ features: { docker: {} } });
    await project.hut({ features: { ratelimit: {} } });
    expect([...files, ...wiring].map(project.read)).toEqual(atOnce);
  });

  it('merges servers into what a person has made of compose.yaml', async () => {
    await project.hut({ features: { docker: {} } });
    project.edit('compose.yaml', '  web:\n', '  mine:\n    image: mine:1.0\n\n  web:\n');
    await project.hut({ features: { ratelimit: {} } });
    expect(Object.keys(servicesOf('compose.yaml'))).toEqual(['redis', 'migrate', 'mine', 'web']);
  });
});
