/** The minimal project on each database, on a real server: what its own CI would run, and what its engine promises. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  requireUv,
  runHut,
  runTool,
  serveProject,
  startMariadb,
  startPostgres,
  type DatabaseServer,
} from '@hut/testing';

const file: DatabaseServer = {
  url: (database) => `sqlite+aiosqlite:///${database}.db`,
  stop: () => Promise.resolve(),
};
const start: Readonly<Record<string, () => Promise<DatabaseServer>>> = {
  sqlite: () => Promise.resolve(file),
  postgresql: startPostgres,
  mysql: startMariadb,
};

describe.each([
  ['sqlite', 'highest'],
  ['postgresql', 'highest'],
  ['postgresql', 'lowest-direct'],
  ['mysql', 'highest'],
  ['mysql', 'lowest-direct'],
])('the minimal project on %s, with the %s versions', (database, resolution) => {
  let parent = '';
  let root = '';
  const tool = (name: string, ...args: string[]): string =>
    runTool(join(root, '.venv/bin', name), args, root);
  const python = (...args: string[]): string => tool('python', '-W', 'error', ...args);
  let server: DatabaseServer;

  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'hut-services-'));
    root = join(parent, 'shop');
    server = await start[database]!();
    const built = runHut(
      ['build', 'shop', '--db', database, '--yes', '--no-install', '--no-git'],
      parent,
    );
    expect(built).toMatchObject({ exitCode: 0, stderr: '' });
    runTool(requireUv(), ['sync', '--quiet', '--resolution', resolution], root);
    process.env.DATABASE_URL = server.url('shop_test_served');
    process.env.TEST_DATABASE_URL = server.url('shop_test');
    process.env.PYTHONPATH = root;
    if (database !== 'sqlite')
      python(join(import.meta.dirname, 'make-database.py'), process.env.DATABASE_URL);
  });
  afterAll(async () => {
    delete process.env.DATABASE_URL;
    delete process.env.TEST_DATABASE_URL;
    delete process.env.PYTHONPATH;
    rmSync(parent, { recursive: true, force: true });
    await server.stop();
  });

  it('passes ruff check, ruff format and mypy --strict', () => {
    tool('ruff', 'check', '.');
    tool('ruff', 'format', '--check', '.');
    tool('mypy');
  });

  it('migrates up, has no drift, migrates down and up again', () => {
    const steps = [['upgrade', 'head'], ['check'], ['downgrade', 'base'], ['upgrade', 'head']];
    for (const step of steps) python('-m', 'alembic', ...step);
  });

  it('passes its own tests with warnings as errors', () => {
    expect(python('-m', 'pytest', '-W', 'error', '-q')).toMatch(/\d+ passed/);
  });

  it('keeps what its engine promises', () => {
    python(join(import.meta.dirname, 'engine.py'), server.url('shop_test_served'));
  });

  it('is ready when it is served', async () => {
    const served = await serveProject(root, { path: '/health/ready' });
    await served.stop();
  });
});
