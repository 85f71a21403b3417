import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  findFreePort,
  requireUv,
  runHut,
  runTool,
  startMailSink,
  startRedis,
  type MailSink,
} from '@hut/testing';
import { startService, type ComposeService, type Wanted } from './compose-service.ts';
import { startReceiver, type Receiver } from './start-receiver.ts';

/** A project with workers, run by the commands of its own compose.yaml, with a Redis. */
export interface WorkerSite {
  readonly web: ComposeService;
  /** Two of one kind. */
  readonly worker: ComposeService;
  readonly other: ComposeService;
  readonly beat: ComposeService;
  /** Where mail and notifications arrive. */
  readonly mail: MailSink;
  readonly receiver: Receiver;
  /** What the application writes. */
  readonly files: string;
  readonly notificationKey: string;
  /** Sends a request whose id is told; throws when it fails. */
  readonly post: (path: string, asked?: { id?: string; body?: string }) => Promise<unknown>;
  readonly get: (path: string) => Promise<unknown>;
  /** One more worker, when it takes tasks. */
  readonly startWorker: (environment?: Wanted['environment']) => Promise<ComposeService>;
  /** Ends all that was started. */
  readonly close: () => Promise<void>;
}

interface Running {
  readonly stop: () => Promise<void>;
}

/** It takes tasks. */
const READY = / ready\.$/mu;

/** Builds, installs, migrates and starts it. Ends what it has started when it fails. */
export async function openWorkerSite(): Promise<WorkerSite> {
  const running: Running[] = [];
  const close = async (): Promise<void> => {
    for (const one of running.splice(0).reverse()) await one.stop();
  };
  try {
    return { ...(await startSite(running)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startSite(running: Running[]): Promise<Omit<WorkerSite, 'close'>> {
  const keep = async <T extends Running>(starting: Promise<T>): Promise<T> => {
    const one = await starting;
    running.push(one);
    return one;
  };
  const root = buildProject(running);
  const [redis, mail, receiver] = [
    await keep(startRedis()),
    await keep(startMailSink()),
    await keep(startReceiver()),
  ];
  const files = join(root, 'data');
  mkdirSync(files);
  writeSettings(root, {
    MAIL_URL: `smtp://127.0.0.1:${mail.port}?tls=none`,
    NOTIFICATION_URL: receiver.url,
  });
  const stands = { 'redis://redis:6379/': redis.url.replace(/0$/u, ''), '/data/': `${files}/` };
  const start = (name: string, more: Partial<Wanted> = {}): ComposeService => {
    const scratch = join(root, 'scratch', `${name}-${running.length}`);
    const service = startService(root, { name, stands, scratch, ...more });
    running.push({ stop: () => service.end('SIGKILL') });
    return service;
  };
  await start('migrate').end();
  const url = `http://127.0.0.1:${await findFreePort()}`;
  const [web, worker, other, beat] = [
    start('web', { command: imageCommand(root, url) }),
    start('worker'),
    start('worker'),
    start('beat'),
  ];
  await web.logs(/running on/u);
  for (const one of [worker, other]) await one.logs(READY);
  return {
    ...{ web, worker, other, beat, mail, receiver, files },
    notificationKey: readSetting(root, 'NOTIFICATION_KEY'),
    post: (path, { id = 'ring', body } = {}) =>
      ask(`${url}${path}`, {
        method: 'POST',
        headers: { 'X-Request-ID': id },
        ...(body !== undefined && { body }),
      }),
    get: (path) => ask(`${url}${path}`),
    startWorker: async (environment = {}) => {
      const one = start('worker', { environment });
      await one.logs(READY);
      return one;
    },
  };
}

/** With routes that leave work to the workers, and a task that ends as it is told to. */
function buildProject(running: Running[]): string {
  const parent = mkdtempSync(join(tmpdir(), 'hut-workers-'));
  running.push({ stop: () => Promise.resolve(rmSync(parent, { recursive: true, force: true })) });
  const from = join(import.meta.dirname, 'hut.yaml');
  const options = ['--yes', '--no-install', '--no-git', '--quiet'];
  const built = runHut(['build', 'shop', '--from', from, ...options], parent);
  expect(built).toMatchObject({ exitCode: 0, stderr: '' });
  const root = join(parent, 'shop');
  const own = join(import.meta.dirname, 'project');
  cpSync(join(own, 'probe.py'), join(root, 'app/workers/tasks/probe.py'));
  cpSync(join(own, 'ring.py'), join(root, 'app/api/ring.py'));
  const factory = join(root, 'app/factory.py');
  const health = '    app.include_router(health.router)\n';
  const text = readFileSync(factory, 'utf8')
    .replace('import docs, health, landing\n', 'import docs, health, landing, ring\n')
    .replace(health, `${health}    app.include_router(ring.router)\n`);
  writeFileSync(factory, text);
  runTool(requireUv(), ['sync', '--quiet'], root);
  return root;
}

function readSetting(root: string, name: string): string {
  return new RegExp(`^${name}=(.*)$`, 'mu').exec(readFileSync(join(root, '.env'), 'utf8'))![1]!;
}

function writeSettings(root: string, settings: Readonly<Record<string, string>>): void {
  let text = readFileSync(join(root, '.env'), 'utf8');
  for (const [name, value] of Object.entries(settings))
    text = text.replace(new RegExp(`^${name}=.*$`, 'mu'), `${name}=${value}`);
  writeFileSync(join(root, '.env'), text);
}

/** What the Dockerfile says that a container runs, at a port of loopback. */
function imageCommand(root: string, url: string): readonly string[] {
  const [, command] = /^CMD (.*)$/mu.exec(readFileSync(join(root, 'Dockerfile'), 'utf8'))!;
  const { hostname, port } = new URL(url);
  const here = command!.replace('0.0.0.0', hostname).replace('8000', port);
  return JSON.parse(here) as readonly string[];
}

async function ask(url: string, request: RequestInit = {}): Promise<unknown> {
  // A connection that is kept would be closed while a program is waited for.
  const headers = { Connection: 'close', ...(request.headers as Record<string, string>) };
  const answer = await fetch(url, { ...request, headers });
  expect(answer.status).toBe(200);
  return answer.json();
}
