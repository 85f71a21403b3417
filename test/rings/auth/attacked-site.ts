import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  requireUv,
  runHut,
  runTool,
  serveProject,
  startMailSink,
  startPostgres,
  startRedis,
} from '@hut/testing';
import { openInbox, type Inbox } from './inbox.ts';
import { newVisitor, type Visitor } from './visitor.ts';

/** A project with auth in production: two processes, one database, one Redis, one mail server. */
export interface Site {
  /** Where its people find it, as its settings say. */
  readonly publicUrl: string;
  /** What it signs with, for attacks that begin with a key that leaked. */
  readonly secretKey: string;
  readonly inbox: Inbox;
  /** Somebody at an address that nobody came from before, or at this one. */
  readonly visitor: (address?: string) => Visitor;
  /** Runs Python in the project, as an administrator does. */
  readonly python: (...args: string[]) => string;
  readonly close: () => Promise<void>;
}

interface Running {
  readonly stop: () => Promise<void>;
}

const publicUrl = 'https://shop.example.com';

/** Builds, installs, migrates and serves it, with these options of auth. Ends what it has started when it fails. */
export async function serveSite(auth = '{}'): Promise<Site> {
  const running: Running[] = [];
  const close = async (): Promise<void> => {
    for (const one of running.splice(0).reverse()) await one.stop();
  };
  try {
    return { ...(await openSite(running, auth)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openSite(running: Running[], auth: string): Promise<Omit<Site, 'close'>> {
  const root = buildProject(running, auth);
  const start = async <T extends Running>(starting: Promise<T>): Promise<T> => {
    const one = await starting;
    running.push(one);
    return one;
  };
  const database = await start(startPostgres());
  const redis = await start(startRedis());
  const sink = await start(startMailSink());
  const settings = {
    DATABASE_URL: database.url('shop_test_attacked'),
    ENVIRONMENT: 'production',
    MAIL_FROM: 'shop@example.com',
    MAIL_URL: `smtp://127.0.0.1:${sink.port}?tls=none`,
    PUBLIC_URL: publicUrl,
    PYTHONPATH: root,
    RATE_LIMIT_URL: redis.url,
    SECRET_KEY: randomBytes(32).toString('base64url'),
  };
  running.push(setEnvironment(settings));
  const python = (...args: string[]): string => runTool(join(root, '.venv/bin/python'), args, root);
  python(join(process.cwd(), 'test/rings/services/make-database.py'), settings.DATABASE_URL);
  python('-m', 'alembic', 'upgrade', 'head');
  const served = [await start(serveProject(root)), await start(serveProject(root))];
  const urls = served.map(({ url }) => url);
  return {
    publicUrl,
    secretKey: settings.SECRET_KEY,
    inbox: openInbox(sink.folder),
    visitor: (address) => newVisitor(urls, address),
    python,
  };
}

function buildProject(running: Running[], auth: string): string {
  const parent = mkdtempSync(join(tmpdir(), 'hut-attack-'));
  running.push({ stop: () => Promise.resolve(rmSync(parent, { recursive: true, force: true })) });
  const from = join(parent, 'hut.yaml');
  const text = readFileSync(join(import.meta.dirname, 'hut.yaml'), 'utf8');
  writeFileSync(from, text.replace('auth: {}', `auth: ${auth}`));
  const words = ['build', 'shop', '--from', from, '--db', 'postgresql'];
  const options = ['--yes', '--no-install', '--no-git', '--quiet'];
  expect(runHut([...words, ...options], parent)).toMatchObject({ exitCode: 0, stderr: '' });
  const root = join(parent, 'shop');
  runTool(requireUv(), ['sync', '--quiet', '--compile-bytecode'], root);
  return root;
}

function setEnvironment(settings: Readonly<Record<string, string>>): Running {
  Object.assign(process.env, settings);
  return {
    stop: () => {
      for (const name of Object.keys(settings)) Reflect.deleteProperty(process.env, name);
      return Promise.resolve();
    },
  };
}
