/**
 * Changes of a domain that has rows, on each database: what was there is there, what the application wants is what the
 * database has, and that is what a project has that was built like this at once.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  requireUv,
  runHut,
  runTool,
  startMariadb,
  startPostgres,
  type DatabaseServer,
} from '@hut/testing';
import { scripts, type ChangeScript } from './change-scripts/scripts.ts';

type Rows = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

interface Stage {
  readonly schema: object;
  readonly rows: Rows;
  readonly mistakes: readonly string[];
  readonly back: object;
  readonly again: object;
}

const byHand = '\n\ndef written_by_hand(text: str) -> str:\n    return text.upper()\n';

const start: Readonly<Record<string, (folder: string) => Promise<DatabaseServer>>> = {
  sqlite: (folder) =>
    Promise.resolve({
      url: (database) => `sqlite+aiosqlite:///${join(folder, database)}.db`,
      stop: () => Promise.resolve(),
    }),
  postgresql: startPostgres,
  mysql: startMariadb,
};

describe.each(['sqlite', 'postgresql', 'mysql'])('on %s', (database) => {
  let parent: string;
  let server: DatabaseServer;

  /** A new project of a domain, in a folder of its own. */
  const build = (name: string, domain: string): string => {
    const from = join(parent, `${name}.yaml`);
    writeFileSync(from, `hut: 1\ndatabase: ${database}\n${domain}`);
    const args = ['build', name, '--from', from, '--yes', '--no-install', '--no-git'];
    expect(runHut(args, parent)).toMatchObject({ exitCode: 0, stderr: '' });
    return join(parent, name);
  };

  const migrate = (root: string, stage: string, url: string): Stage => {
    const script = join(import.meta.dirname, 'change-scripts/migrate.py');
    process.env.PYTHONPATH = root;
    const python = join(parent, 'python', '.venv/bin/python');
    const printed = runTool(python, ['-W', 'error', script, stage, url], root);
    return JSON.parse(printed.split('\n').findLast((line) => line.startsWith('{'))!) as Stage;
  };

  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'hut-changes-'));
    server = await start[database]!(parent);
    const root = build('python', 'entities: {}\n');
    runTool(requireUv(), ['sync', '--quiet'], root);
  });
  afterAll(async () => {
    delete process.env.PYTHONPATH;
    rmSync(parent, { recursive: true, force: true });
    await server.stop();
  });

  it.each(scripts.map((script) => [script.name, script] as const))('%s', (_, script) => {
    const root = build('shop', script.before);
    try {
      const url = server.url('changed_test');
      const before = migrate(root, 'begin', url);
      editByHand(root);
      sync(root, script);
      const after = migrate(root, 'go', url);
      expect(after).toMatchObject({ mistakes: [], back: before.schema, again: after.schema });
      expect(kept(script, before.rows, after.rows)).toEqual([]);
      const once = build('once', script.after.replaceAll(/:was=\w+|^ +was: \w+\n/gmu, ''));
      expect(after.schema).toEqual(migrate(once, 'once', server.url('once_test')).schema);
      expect(modelsOf(root)).toContain(byHand.trim());
    } finally {
      for (const name of ['shop', 'once'])
        rmSync(join(parent, name), { recursive: true, force: true });
    }
  });
});

/** A rule of the user's own in the model, a remark in a migration that exists. */
function editByHand(root: string): void {
  const model = join(root, 'app/models/article.py');
  writeFileSync(model, readFileSync(model, 'utf8') + byHand);
  const migration = join(root, 'migrations/versions/0001_initial.py');
  writeFileSync(migration, `${readFileSync(migration, 'utf8')}\n# read and approved\n`);
}

/** The person edits hut.yaml and makes the project match it; a loss is told, and wanted. */
function sync(root: string, { before, after, loses = [] }: ChangeScript): void {
  const path = join(root, 'hut.yaml');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(before);
  writeFileSync(path, text.replace(before, after));
  const initial = readFileSync(join(root, 'migrations/versions/0001_initial.py'), 'utf8');
  const dry = runHut(['sync', '--dry-run=json'], root);
  const { destructive } = JSON.parse(dry.stdout) as { destructive: readonly string[] };
  for (const lost of loses) expect(destructive.join('\n')).toContain(lost);
  expect(destructive.length > 0).toBe(loses.length > 0);
  expect(runHut(['sync', '--yes'], root)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(readFileSync(join(root, 'migrations/versions/0001_initial.py'), 'utf8')).toBe(initial);
}

function modelsOf(root: string): string {
  const folder = join(root, 'app/models');
  const files = readdirSync(folder).filter((name) => name.endsWith('.py'));
  return files.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
}

/** What rows hold that they did not hold before, in the columns that stay. */
function kept(script: ChangeScript, before: Rows, after: Rows): readonly string[] {
  return Object.entries(after).flatMap(([table, rows]) => {
    const was = before[script.tables?.[table] ?? table];
    if (was === undefined) return [];
    if (was.length !== rows.length) return [`${table} had ${was.length} rows, has ${rows.length}`];
    return rows.flatMap((row, index) => changes(script, table, was[index]!, row));
  });
}

type Row = Rows[string][number];

function changes(
  { columns, changed }: ChangeScript,
  table: string,
  was: Row,
  row: Row,
): readonly string[] {
  return Object.entries(row).flatMap(([name, value]) => {
    const path = `${table}.${name}`;
    const before = was[columns?.[path] ?? name];
    if (before === undefined || changed?.includes(path) || isSame(before, value)) return [];
    return [`${path} was ${before}, is ${value}`];
  });
}

/** A number that has more places now is the same. */
function isSame(before: string, value: string): boolean {
  const isNumber = /^-?\d+(?:\.\d+)?$/u;
  if (before === value) return true;
  return isNumber.test(before) && isNumber.test(value) && Number(before) === Number(value);
}
