/** The image, built without a daemon and run: on stand-ins for the images that it starts from, which need no registry. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { requireUv, runHut, runTool } from '@hut/testing';
import { openImageStore, type ImageStore } from './stand-ins.ts';

const parent = mkdtempSync(join(tmpdir(), 'hut-shop-'));
const root = join(parent, 'shop');
const environment = ['ENVIRONMENT=production', 'DATABASE_URL=sqlite+aiosqlite:////data/shop.db'];
const container = 'shop';
const limit = 200;
let dockerfile = '';
let store: ImageStore;

/** What runs a command in the container, as its own user. */
function inside(...command: readonly string[]): readonly string[] {
  const variables = environment.flatMap((one) => ['--env', one]);
  return [
    'run',
    '--isolation',
    'chroot',
    '--network',
    'host',
    ...variables,
    container,
    '--',
    ...command,
  ];
}

/** The command of a line of the Dockerfile, in its exec form. */
function commandOf(instruction: string): readonly string[] {
  const lines = dockerfile.replaceAll('\\\n', '').split('\n');
  const [, words] = /CMD (\[.*\])$/.exec(lines.find((line) => line.startsWith(instruction))!)!;
  return JSON.parse(words!) as readonly string[];
}

beforeAll(() => {
  const words = ['--with-docker', '--with-ratelimit', '--yes', '--no-install', '--no-git'];
  expect(runHut(['build', 'shop', ...words], parent).exitCode).toBe(0);
  runTool(requireUv(), ['lock', '--quiet'], root);
  dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
  store = openImageStore(dockerfile);
  const how = ['--isolation', 'chroot', '--network', 'host', '--pull-never', '--format', 'docker'];
  store.buildah(['bud', ...how, '--tag', 'shop', root]);
  store.buildah(['from', '--pull-never', '--name', container, 'localhost/shop:latest']);
});

afterAll(() => {
  store.close();
  rmSync(parent, { recursive: true });
});

it('has what runs and nothing else, below 200 MB', () => {
  const mounted = store.buildah(['mount', container]).trim().split('\n').at(-1)!;
  const sizeOf = (path: string): number =>
    Number(runTool('du', ['-sm', join(mounted, path)], mounted).split('\t')[0]);
  const megabytes = sizeOf('app');
  process.stdout.write(`image: ${String(megabytes)} MB on top of Python\n`);
  expect(megabytes).toBeLessThan(limit);
  const files = runTool('ls', ['-A', join(mounted, 'app')], mounted)
    .trim()
    .split('\n');
  expect(files).toEqual(['.venv', 'app', 'migrations', 'pyproject.toml']);
  const programs = runTool('ls', [join(mounted, 'app/.venv/bin')], mounted);
  expect(programs).toMatch(/^uvicorn$/m);
  expect(programs).not.toMatch(/^(ruff|mypy|pytest)$/m);
  expect(runTool('find', [join(mounted, 'app/app/main.py'), '-uid', '0'], mounted)).not.toBe('');
  expect(
    runTool('find', [join(mounted, 'app/app/__pycache__'), '-name', 'main.*.pyc'], mounted),
  ).not.toBe('');
});

it('migrates, boots as a user without rights, gets well, and stops when it is told', async () => {
  const isWell = (): boolean => {
    try {
      store.buildah(inside(...commandOf('HEALTHCHECK')));
      return true;
    } catch {
      return false;
    }
  };
  const inspected = store.buildah(['inspect', '--type', 'image', 'localhost/shop:latest']);
  expect(inspected).toContain('"User": "10001:10001"');
  expect(inspected).toContain('"Healthcheck"');
  expect(store.buildah(inside('id', '--user'))).toBe('10001\n');
  expect(() => store.buildah(inside('touch', 'app/main.py'))).toThrow('Permission denied');
  store.buildah(inside('alembic', 'upgrade', 'head'));
  expect(isWell()).toBe(false);
  const server = spawn(store.program, [...store.words, ...inside(...commandOf('CMD'))], {
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  const started = performance.now();
  while (!isWell() && performance.now() - started < 60_000) await sleep(200);
  const ready = await fetch('http://127.0.0.1:8000/health/ready');
  server.kill('SIGTERM');
  await ended;
  process.stdout.write(`image: well after ${(performance.now() - started).toFixed(0)} ms\n`);
  expect(await ready.json()).toEqual({ status: 'ok', checks: { database: 'ok' } });
  expect(isWell()).toBe(false);
});
