import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireUv, runTool, type DatabaseServer } from '@hut/testing';
import { factors, matrix } from '../../matrix/matrix.ts';
import type { InstalledProject } from '../services/installed-project.ts';
import { startServer } from '../services/start-server.ts';
import { buildRow } from './build-row.ts';
import { findPython } from './find-python.ts';

/** Projects of the matrix, one after the other, with their packages, on servers that are started once. */
export interface RowBench {
  /** Builds and installs a project by its number; the one before it is gone. */
  readonly open: (row: number) => Promise<InstalledProject>;
  readonly close: () => Promise<void>;
}

/** All projects for one Python share its environment, in which uv changes what they differ in, and the memory of mypy. */
export function openRowBench(): RowBench {
  const parent = mkdtempSync(join(tmpdir(), 'hut-rows-'));
  const servers = new Map<string, DatabaseServer>();
  return {
    open: async (number) => {
      const { row, python, database } = toOpen(number);
      const server = servers.get(database) ?? (await startServer[database]!());
      servers.set(database, server);
      const folder = join(parent, String(number));
      const root = await buildRow(row, folder);
      const shared = join(parent, `python-${python.version}`);
      install(root, shared, python.program);
      process.stdout.write(`project ${number}: Python ${python.version}, ${database}\n`);
      return toProject({ root, folder, shared, server, served: `shop_test_${number}` });
    },
    close: async () => {
      for (const server of servers.values()) await server.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** The row of that number; for the newest Python here, where its own is not here. */
function toOpen(number: number) {
  const row = matrix.rows[number - 1];
  if (row === undefined) throw new Error(`There is no project ${number} of ${matrix.rows.length}`);
  const [lowest, database] = ['python', 'database'].map((key) =>
    factors.findIndex(({ path }) => path.join() === key),
  ) as [number, number];
  const said = (factor: number, level: number) => String(factors[factor]!.levels[level]!.value);
  const versions = Array.from({ length: row[lowest]! + 1 }, (_, level) => said(lowest, level));
  const python = findPython(versions);
  const here = row.with(lowest, versions.indexOf(python.version));
  return { row: here, python, database: said(database, row[database]!) };
}

function install(root: string, shared: string, python: string): void {
  mkdirSync(shared, { recursive: true });
  const words = ['sync', '--quiet', '--python', python];
  const variables = [`UV_PROJECT_ENVIRONMENT=${join(shared, 'venv')}`];
  runTool('env', [...variables, requireUv(), ...words], root);
}

interface Installed {
  readonly root: string;
  readonly folder: string;
  readonly shared: string;
  readonly server: DatabaseServer;
  readonly served: string;
}

function toProject({ root, folder, shared, server, served }: Installed): InstalledProject {
  const variables = {
    DATABASE_URL: server.url(served),
    TEST_DATABASE_URL: server.url('shop_test'),
    PYTHONPATH: root,
    MYPY_CACHE_DIR: join(shared, 'mypy'),
  };
  const tool = (name: string, ...args: string[]): string =>
    runTool(join(shared, 'venv/bin', name), args, root);
  const python = (...args: string[]): string => tool('python', '-W', 'error', ...args);
  Object.assign(process.env, variables);
  if (!server.url(served).startsWith('sqlite'))
    python(join(import.meta.dirname, '../services/make-database.py'), server.url(served));
  const close = async (): Promise<void> => {
    for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name);
    rmSync(folder, { recursive: true, force: true });
    await Promise.resolve();
  };
  return { root, server, tool, python, close };
}
