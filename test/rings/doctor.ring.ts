/** `hut doctor`: a project is broken in each way, the finding is there, and the line that it prints mends it. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Finding } from '@hut/kit';
import { pythonEnvironment, requireBuiltHut, requireUv, runHut } from '@hut/testing';
import { isRunning } from '../is-running.ts';

const minutes = 60_000;

/** A project, and a shell in it that knows `hut` and `uv`. */
interface Patient {
  readonly root: string;
  readonly path: (path: string) => string;
  readonly examine: () => { readonly exitCode: number | null; readonly findings: Finding[] };
  /** Runs a line as it was printed. */
  readonly type: (line: string) => void;
  readonly remove: () => void;
}

function openPatient(...build: readonly string[]): Patient {
  const parent = mkdtempSync(join(tmpdir(), 'hut-doctor-'));
  const [root, bin] = [join(parent, 'shop'), join(parent, 'bin')];
  mkdirSync(bin);
  const hut = `#!/bin/sh\nexec "${process.execPath}" "${requireBuiltHut()}" "$@"\n`;
  writeFileSync(join(bin, 'hut'), hut, { mode: 0o755 });
  const environment = {
    ...pythonEnvironment(),
    PATH: [bin, dirname(requireUv()), process.env.PATH].join(delimiter),
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const patient: Patient = {
    root,
    path: (path) => join(root, path),
    examine: () => {
      const { exitCode, stdout } = runHut(['doctor', '--check', '--json'], root, environment);
      return { exitCode, findings: (JSON.parse(stdout) as { findings: Finding[] }).findings };
    },
    type: (line) => {
      const ran = spawnSync('sh', ['-c', line], { cwd: root, env: environment, encoding: 'utf8' });
      expect([line, ran.status, ran.stderr]).toEqual([line, 0, expect.anything()]);
    },
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
  runHut(['build', 'shop', '--yes', '--no-install', ...build], parent, environment);
  runHut(['add', 'crud', 'Article', 'title', '--yes'], root, environment);
  return patient;
}

const find = (findings: readonly Finding[], check: string, where?: string): Finding | undefined =>
  findings.find((one) => one.check === check && (where === undefined || one.where === where));

/** The finding is there and no other new one; what it prints mends it, and all is as it was. */
function expectMended(patient: Patient, check: string, what: RegExp): void {
  const { exitCode, findings } = patient.examine();
  const found = findings.filter((one) => one.check === check && one.state === 'wrong');
  expect([check, exitCode, found]).toEqual([
    check,
    1,
    [expect.objectContaining({ what: expect.stringMatching(what) as string })],
  ]);
  patient.type(found[0]!.fix);
  const mended = patient.examine().findings;
  expect(mended.filter((one) => one.check === check && one.state === 'wrong')).toEqual([]);
}

const markers = '<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n';

describe('a project that is not installed', () => {
  let patient: Patient;
  beforeAll(() => (patient = openPatient()));
  afterAll(() => patient.remove());

  it.each<[string, (patient: Patient) => void, string, RegExp]>([
    [
      'a file of the base is gone',
      ({ path }) => rmSync(path('.hut/base/app/main.py')),
      'base',
      /app\/main\.py/,
    ],
    [
      'git left markers in the base',
      ({ path }) => writeFileSync(path('.hut/base/README.md'), markers),
      'base',
      /README\.md/,
    ],
    [
      'hut.yaml was edited',
      ({ path }) => {
        const text = readFileSync(path('hut.yaml'), 'utf8');
        writeFileSync(
          path('hut.yaml'),
          text.replace('ids: uuid', 'ids: uuid\nservices: [Payment]').replace('services: []\n', ''),
        );
      },
      'sync',
      /more than is rendered/,
    ],
    [
      'a run was killed',
      ({ path }) => {
        mkdirSync(path('.hut/stage'));
        writeFileSync(path('.hut/stage/0'), 'half');
      },
      'killed-run',
      /killed/,
    ],
    [
      'a dead process holds the lock',
      ({ path }) =>
        writeFileSync(
          path('.hut/lock'),
          JSON.stringify({ pid: 2 ** 22 + 1, start: '1', host: hostname(), made: 0 }),
        ),
      'killed-run',
      /killed/,
    ],
    [
      'the record of a run is damaged',
      ({ path }) => writeFileSync(path('.hut/runs/000001/run.json'), '{'),
      'damaged-run',
      /can not be read/,
    ],
    [
      '.gitignore hides all of .hut',
      ({ path }) => appendFileSync(path('.gitignore'), '.hut/\n'),
      'gitignore',
      /every clone needs/,
    ],
    ['.env is gone', ({ path }) => rmSync(path('.env')), 'env', /not there/],
    ['others can read .env', ({ path }) => chmodSync(path('.env'), 0o644), 'env-mode', /others/],
    ['.env is in git', ({ type }) => type('git add --force .env'), 'env-tracked', /is in git/],
  ])('%s', (_, breakIt, check, what) => {
    breakIt(patient);
    expectMended(patient, check, what);
  });

  it(
    'uv.lock is missing, and then stale',
    () => {
      expectMended(patient, 'lock-file', /not there/);
      const pyproject = readFileSync(patient.path('pyproject.toml'), 'utf8');
      writeFileSync(
        patient.path('pyproject.toml'),
        pyproject.replace('"ruff>=0.14"', '"ruff>=0.14.1"'),
      );
      expectMended(patient, 'lock-file', /stale/);
      writeFileSync(patient.path('pyproject.toml'), pyproject);
    },
    2 * minutes,
  );

  it('conflict markers stand in a file: only a person can mend that', () => {
    const text = readFileSync(patient.path('README.md'), 'utf8');
    writeFileSync(patient.path('README.md'), `${text}${markers}`);
    expect(find(patient.examine().findings, 'markers')).toMatchObject({
      state: 'wrong',
      where: 'README.md',
      fix: expect.stringContaining('hut sync') as string,
    });
    writeFileSync(patient.path('README.md'), text);
  });

  it.each<[string, (record: string, migration: string) => void, RegExp]>([
    ['is gone', (record) => rmSync(record), /record of .*0001_initial\.py is missing/],
    ['holds markers', (record) => appendFileSync(record, markers), /0001_initial\.py is damaged/],
    ['has lost its file', (_, migration) => rmSync(migration), /0001_initial\.py is gone/],
  ])('a record of what was made once %s: git has it', (_, breakIt, what) => {
    const migration = 'migrations/versions/0001_initial.py';
    const paths = [patient.path(`.hut/made/${migration}.made`), patient.path(migration)] as const;
    const texts = paths.map((path) => readFileSync(path, 'utf8'));
    expect(find(patient.examine().findings, 'made')?.state).toBe('well');
    breakIt(...paths);
    expect(find(patient.examine().findings, 'made')).toMatchObject({
      state: 'wrong',
      what: expect.stringMatching(what) as string,
      fix: expect.stringContaining('from git') as string,
    });
    paths.forEach((path, at) => writeFileSync(path, texts[at]!));
  });

  it('a process that lives holds the lock: it is left alone', () => {
    const holder = { pid: process.pid, start: '', host: 'another', made: 0 };
    writeFileSync(patient.path('.hut/lock'), JSON.stringify(holder));
    expect(find(patient.examine().findings, 'lock')).toMatchObject({ state: 'wrong' });
    expect(existsSync(patient.path('.hut/lock'))).toBe(true);
    rmSync(patient.path('.hut/lock'));
  });

  it.each([
    ['another version renders it', /^generator: .*$/m, 'generator: 9.9.9', /9\.9\.9/],
    ['it says something unknown', /^ids: uuid$/m, 'ids: words', /ids/],
    ['it is no YAML', /^ids: uuid$/m, 'ids: [', /hut\.yaml/],
  ])('hut.yaml can not be used, %s: the rest is looked at', (_, from, to, what) => {
    const text = readFileSync(patient.path('hut.yaml'), 'utf8');
    writeFileSync(patient.path('hut.yaml'), text.replace(from, to));
    const { findings } = patient.examine();
    writeFileSync(patient.path('hut.yaml'), text);
    const found = find(findings, 'hut-yaml');
    expect(found).toMatchObject({ state: 'wrong', what: expect.stringMatching(what) as string });
    expect(found!.fix).not.toBe('');
    const rest = ['node', 'git', 'python', 'runs', 'env-mode', 'gitignore', 'env-tracked'];
    expect(rest.filter((check) => find(findings, check)?.state !== 'well')).toEqual([]);
  });

  it('.hut is a file: that is a finding, not a failure', () => {
    const moved = `${patient.root}-hut`;
    patient.type(`mv .hut ${moved} && touch .hut`);
    const { findings } = patient.examine();
    patient.type(`rm .hut && mv ${moved} .hut`);
    expect(find(findings, 'runs')?.state).toBe('wrong');
  });

  it('a tool that hangs is ended, with what it started', () => {
    const bin = mkdtempSync(join(tmpdir(), 'hut-slow-'));
    const slow = `#!/bin/sh\n[ "$1" = --version ] && echo uv 9 && exit 0\nsleep 60 & echo $! > ${bin}/pid\nwait\n`;
    writeFileSync(join(bin, 'uv'), slow, { mode: 0o755 });
    const PATH = [bin, process.env.PATH].join(delimiter);
    const { exitCode, stdout } = runHut(['doctor'], patient.root, { PATH });
    const pid = Number(readFileSync(join(bin, 'pid'), 'utf8'));
    rmSync(bin, { recursive: true });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('unsure uv.lock: uv could not check it\n');
    expect(isRunning(pid)).toBe(false);
  });
});

describe('where there is no project', () => {
  it('only the tools are looked at, and what is missing comes with the line that installs it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hut-nowhere-'));
    const here = runHut(['doctor'], folder);
    expect(here.exitCode).toBe(0);
    expect(here.stdout).toMatch(/^ok {5}node: [\d.]+\nok {5}git: [\d.]+\nok {5}\w+: [\d.]+\n$/);
    const bare = runHut(['doctor', '--check'], folder, { PATH: folder });
    rmSync(folder, { recursive: true });
    expect(bare.exitCode).toBe(1);
    expect(bare.stdout).toContain('wrong  git: is not there -> Install git: https://');
    expect(bare.stdout).toMatch(/wrong {2}uv: neither uv nor Python 3\.11 .* -> curl .*uv/);
  });
});

describe('a project on a server', () => {
  let patient: Patient;
  beforeAll(() => (patient = openPatient('--db', 'postgresql', '--with-mail')));
  afterAll(() => patient.remove());

  it('lacks a key without which it does not start', () => {
    writeFileSync(patient.path('.env'), 'MINE=1\n');
    expectMended(patient, 'env', /lacks DATABASE_URL/);
    expect(readFileSync(patient.path('.env'), 'utf8')).toMatch(/^MINE=1\nDATABASE_URL=/);
  });

  it('has nobody who answers there, and then somebody', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const url = `DATABASE_URL=postgresql+asyncpg://a:b@127.0.0.1:${port}/shop\n`;
    writeFileSync(patient.path('.env'), url);
    // The kernel takes the connection, while this process waits for the command.
    expect(find(patient.examine().findings, 'service')).toMatchObject({ state: 'well' });
    await new Promise((resolve) => server.close(resolve));
    expect(find(patient.examine().findings, 'service')).toMatchObject({
      state: 'wrong',
      where: 'PostgreSQL',
      what: 'nobody answers at DATABASE_URL',
      fix: expect.stringContaining('docker run') as string,
    });
  });

  it('has nobody who takes its mail, and needs nobody while that is logged', () => {
    const mailServer = (url: string): Finding | undefined => {
      writeFileSync(patient.path('.env'), `MAIL_URL=${url}\n`);
      return find(patient.examine().findings, 'service', 'Mail server');
    };
    expect(mailServer('console:')).toMatchObject({ state: 'well', what: 'MAIL_URL needs none' });
    expect(mailServer('smtp://ann:secret@127.0.0.1:1?tls=none')).toMatchObject({
      state: 'wrong',
      what: 'nobody answers at MAIL_URL',
      fix: 'Mend MAIL_URL in .env, or look after the server that it names',
    });
  });
});

describe('an installed project', () => {
  let patient: Patient;
  beforeAll(() => {
    patient = openPatient();
    expectMended(patient, 'environment', /not there/);
  }, 5 * minutes);
  afterAll(() => patient.remove());

  it(
    'is older than what it needs',
    () => {
      const now = new Date();
      utimesSync(patient.path('pyproject.toml'), now, now);
      expectMended(patient, 'environment', /older/);
    },
    2 * minutes,
  );

  it(
    'has migrations that are not applied, without its database being made by the question',
    () => {
      patient.examine();
      expect(existsSync(patient.path('shop.db'))).toBe(false);
      expectMended(patient, 'applied', /not all/);
      const { exitCode, findings } = patient.examine();
      expect(findings.filter(({ state }) => state !== 'well')).toEqual([]);
      expect(exitCode).toBe(0);
    },
    2 * minutes,
  );

  it(
    'has two heads',
    () => {
      const [first] = readdirSync(patient.path('migrations/versions')).filter((name) =>
        name.startsWith('0001'),
      );
      const text = readFileSync(patient.path(`migrations/versions/${first}`), 'utf8');
      const [, revision] = /^revision = "(\w+)"$/m.exec(text)!;
      for (const name of ['one', 'other'])
        writeFileSync(
          patient.path(`migrations/versions/0002_${name}.py`),
          [
            `revision = "${name}"`,
            `down_revision = "${revision}"`,
            '',
            '',
            'def upgrade() -> None:',
            '    pass',
            '',
          ].join('\n'),
        );
      expectMended(patient, 'migrations', /2 heads/);
    },
    2 * minutes,
  );

  it(
    'has a database that is none',
    () => {
      writeFileSync(patient.path('shop.db'), 'not a database, but long enough to be read as one');
      expect(find(patient.examine().findings, 'database')).toMatchObject({
        state: 'wrong',
        where: 'SQLite',
        what: expect.stringContaining('not a database') as string,
      });
    },
    2 * minutes,
  );
});
