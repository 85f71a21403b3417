import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireUv, runHut, runTool, type DatabaseServer } from '@hut/testing';
import { startServer } from './start-server.ts';

/** A project that the command has built, with its Python packages, and a database of its own. */
export interface InstalledProject {
  readonly root: string;
  readonly server: DatabaseServer;
  /** Runs a tool of the project; throws with what it printed when it fails. */
  readonly tool: (name: string, ...args: string[]) => string;
  /** Python, ended by a warning. */
  readonly python: (...args: string[]) => string;
  readonly close: () => Promise<void>;
}

interface Wanted {
  readonly database: string;
  readonly resolution?: string;
  /** The program of another Python than the one that uv finds first. */
  readonly interpreter?: string;
  /** The hut.yaml to build from. */
  readonly from?: string;
  /** Further words of the command: `--with-...`. */
  readonly words?: readonly string[];
}

const served = 'shop_test_served';

/** Builds `shop` on a database, installs it, and names that database to all that runs until it is closed. */
export async function installProject(wanted: Wanted): Promise<InstalledProject> {
  const { database, resolution = 'highest', interpreter, from, words = [] } = wanted;
  const parent = mkdtempSync(join(tmpdir(), 'hut-services-'));
  const root = join(parent, 'shop');
  const server = await startServer[database]!();
  const tool = (name: string, ...args: string[]): string =>
    runTool(join(root, '.venv/bin', name), args, root);
  const python = (...args: string[]): string => tool('python', '-W', 'error', ...args);
  const blueprint = from === undefined ? [] : ['--from', from];
  const options = ['--db', database, '--yes', '--no-install', '--no-git', '--quiet'];
  const built = runHut(['build', 'shop', ...blueprint, ...words, ...options], parent);
  expect(built).toMatchObject({ exitCode: 0, stderr: '' });
  const versions = interpreter === undefined ? [] : ['--python', interpreter];
  runTool(requireUv(), ['sync', '--quiet', '--resolution', resolution, ...versions], root);
  Object.assign(process.env, {
    DATABASE_URL: server.url(served),
    TEST_DATABASE_URL: server.url('shop_test'),
    PYTHONPATH: root,
  });
  if (database !== 'sqlite')
    python(join(import.meta.dirname, 'make-database.py'), server.url(served));
  const close = async (): Promise<void> => {
    delete process.env.DATABASE_URL;
    delete process.env.TEST_DATABASE_URL;
    delete process.env.PYTHONPATH;
    rmSync(parent, { recursive: true, force: true });
    await server.stop();
  };
  return { root, server, tool, python, close };
}
