/**
 * The image of a project with every feature, built without a daemon and run as compose.yaml says: on stand-ins for the
 * images that it starts from, which need no registry.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { requireUv, runHut, runTool, startRedis, type RedisServer } from '@hut/testing';
import { parse } from 'yaml';
import { openImageStore, type ImageStore } from './stand-ins.ts';

interface Service {
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

const sample = join(process.cwd(), 'samples/club/hut.yaml');
const parent = mkdtempSync(join(tmpdir(), 'hut-club-'));
const root = join(parent, 'club');
const container = 'club';
const limit = 200;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
let redis: RedisServer;
let store: ImageStore;

/** What runs a command of a service in the container, as its own user and in its environment. */
function inside(service: string, ...command: readonly string[]): readonly string[] {
  const local = [...read('.env').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([line]) => line);
  const declared = Object.entries(serviceOf(service).environment).map(([name, value]) =>
    `${name}=${value}`.replace('redis://redis:6379/', redis.url.replace(/0$/, '')),
  );
  const variables = [...local, ...declared].flatMap((one) => ['--env', one]);
  const how = ['--isolation', 'chroot', '--network', 'host'];
  return ['run', ...how, ...variables, container, '--', ...command];
}

function serviceOf(name: string): Service {
  const { services } = parse(read('compose.yaml')) as { services: Record<string, Service> };
  return services[name]!;
}

/** What a service runs: its own command, or that of the Dockerfile. */
function commandOf(service: string): readonly string[] {
  return serviceOf(service).command ?? inDockerfile('CMD');
}

function isWell(service: string): boolean {
  const check = serviceOf(service).healthcheck?.test.slice(1) ?? inDockerfile('HEALTHCHECK');
  try {
    store.buildah(inside(service, ...check));
    return true;
  } catch {
    return false;
  }
}

/** The command of a line of the Dockerfile, in its exec form. */
function inDockerfile(instruction: string): readonly string[] {
  const lines = read('Dockerfile').replaceAll('\\\n', '').split('\n');
  const [, words] = /CMD (\[.*\])$/.exec(lines.find((line) => line.startsWith(instruction))!)!;
  return JSON.parse(words!) as readonly string[];
}

beforeAll(async () => {
  redis = await startRedis();
  const words = ['--from', sample, '--yes', '--no-install', '--no-git'];
  expect(runHut(['build', 'club', ...words], parent).exitCode).toBe(0);
  runTool(requireUv(), ['lock', '--quiet'], root);
  store = openImageStore(read('Dockerfile'));
  const how = ['--isolation', 'chroot', '--network', 'host', '--pull-never', '--format', 'docker'];
  store.buildah(['bud', ...how, '--tag', 'club', root]);
  store.buildah(['from', '--pull-never', '--name', container, 'localhost/club:latest']);
});

afterAll(async () => {
  store.close();
  await redis.stop();
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

it('belongs to a user without rights', () => {
  const inspected = store.buildah(['inspect', '--type', 'image', 'localhost/club:latest']);
  expect(inspected).toContain('"User": "10001:10001"');
  expect(inspected).toContain('"Healthcheck"');
  expect(store.buildah(inside('web', 'id', '--user'))).toBe('10001\n');
  expect(() => store.buildah(inside('web', 'touch', 'app/main.py'))).toThrow('Permission denied');
});

it('migrates', () => {
  store.buildah(inside('migrate', ...commandOf('migrate')));
});

it.each(['web', 'worker'])('runs as %s, gets well, and stops when it is told', async (service) => {
  expect(isWell(service)).toBe(false);
  const started = performance.now();
  const server = spawn(store.program, [...store.words, ...inside(service, ...commandOf(service))], {
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  while (!isWell(service) && performance.now() - started < 60_000) await sleep(200);
  process.stdout.write(`${service}: well after ${(performance.now() - started).toFixed(0)} ms\n`);
  expect(isWell(service)).toBe(true);
  if (service === 'web') {
    const ready = await fetch('http://127.0.0.1:8000/health/ready');
    expect(await ready.json()).toMatchObject({ status: 'ok' });
  }
  server.kill('SIGTERM');
  await ended;
});
