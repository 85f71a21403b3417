/**
 * docs/ten-minutes.md is done as an outsider does it: its commands are typed, its files written, by a user without
 * rights, with hut packed and installed into an empty folder. uv alone runs as whoever runs the tests, for its cache.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { requireBuiltHut, requireUv, runTool } from '@hut/testing';

const minutes = 60_000;
const checkout = process.cwd();
const isRoot = process.getuid?.() === 0;
const page = readFileSync(join(checkout, 'docs/ten-minutes.md'), 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'hut-ten-minutes-'));
const home = join(folder, 'home');
const prefix = join(folder, 'prefix');
const temporary = join(folder, 'tmp');

/** Commands and files of the page, in their order: a file has a path. */
const blocks = [...page.matchAll(/(?:^File `([^`]+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm)].map(
  ([, path, language, text]) => ({ path, language, text: text! }),
);

/** What is there when the walk begins: yo, and hut as it was packed. */
const installed = 'npm install --global generator-hut yo';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  requireBuiltHut();
  for (const path of [home, prefix, temporary]) mkdirSync(path);
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const packed = execFileSync('npm', args, { cwd: checkout, encoding: 'utf8' }).trim();
  const global = ['install', '--global', '--prefix', prefix, '--ignore-scripts'];
  const quick = ['--no-audit', '--no-fund', '--prefer-offline', join(folder, packed)];
  runTool('npm', [...global, ...quick], folder, 'apt-get install npm');
  symlinkSync(join(checkout, 'node_modules/yo/lib/cli.js'), join(prefix, 'bin/yo'));
  chmodSync(folder, 0o755);
  if (isRoot) runTool('chown', ['-R', '1000:1000', home, prefix, temporary], folder);
}, 3 * minutes);

const environment: NodeJS.ProcessEnv = {
  PATH: [join(prefix, 'bin'), dirname(process.execPath), process.env['PATH']].join(':'),
  HOME: home,
  TMPDIR: temporary,
  TERM: 'xterm',
  NODE_PATH: join(prefix, 'lib/node_modules'),
  NO_UPDATE_NOTIFIER: '1',
  npm_config_prefix: prefix,
};

/** `yo` changes its user when root starts it; who writes a package is not root either. */
const asUser = isRoot ? ['setpriv', '--reuid=1000', '--regid=1000', '--clear-groups'] : [];

/** Types a line into a terminal and answers what it asks with yes. Throws with what came when it fails. */
function type(line: string, cwd: string, questions: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync('python3', ['test/yeoman/terminal.py'], {
    encoding: 'utf8',
    input: JSON.stringify({
      argv: [...asUser, 'bash', '-c', line],
      cwd,
      env: environment,
      steps: questions.map((question) => [question, 'y\r']),
    }),
  });
  if (status !== 0) throw new Error(`${line}\n${stderr}`);
  const ran = JSON.parse(stdout) as { readonly exitCode: number; readonly output: string };
  if (ran.exitCode !== 0) throw new Error(`${line} exits ${String(ran.exitCode)}\n${ran.output}`);
}

/** What each line is asked in a terminal; the others are asked nothing. */
function questionsOf(line: string): readonly string[] {
  if (line.startsWith('hut plugin add')) return ['Trust it?', 'Write'];
  return /^(?:hut (?:add|remove)|yo) /.test(line) ? ['Write'] : [];
}

/** Nothing but the first line needs a network, and uv installs the project. */
function fitted(line: string): string {
  if (line.startsWith('npm link')) return `${line} --offline --no-audit --no-fund`;
  return line.startsWith('hut build') ? `${line} --no-install --no-git` : line;
}

function runUv([, program, ...words]: readonly string[], cwd: string): void {
  runTool(requireUv(), ['sync', '--quiet'], cwd);
  runTool(join(cwd, '.venv/bin', program!), words, cwd);
}

/** Does what a line of a shell block says, and returns the folder that the next one is typed in. */
function follow(line: string, cwd: string): string {
  const [program, ...words] = line.split(' ');
  if (program === 'cd') return resolve(cwd, words[0]!);
  if (line === installed) return cwd;
  if (program === 'uv') runUv(words, cwd);
  else type(fitted(line), cwd, questionsOf(line));
  return cwd;
}

function writeAsUser(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  if (isRoot) runTool('chown', ['-R', '1000:1000', home], home);
}

function textOf(project: string): Readonly<Record<string, string>> {
  const paths = readdirSync(project, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
    .filter((path) => !/^\.venv|_cache|__pycache__|^\.hut\/runs|\.db|uv\.lock/.test(path));
  return Object.fromEntries(
    paths.sort().map((path) => [path, readFileSync(join(project, path), 'utf8')]),
  );
}

describe('docs/ten-minutes.md', () => {
  const shop = join(home, 'shop');
  let byHut: Readonly<Record<string, string>>;

  it(
    'is a walk that an outsider can make',
    () => {
      let cwd = home;
      for (const { path, language, text } of blocks) {
        if (path !== undefined) writeAsUser(join(cwd, path), text);
        if (language !== 'sh') continue;
        for (const line of text.trimEnd().split('\n')) {
          cwd = follow(line, cwd);
          if (line.startsWith('hut add')) byHut = textOf(shop);
        }
      }
    },
    5 * minutes,
  );

  it('ends in a project with the generator, by yo as by hut', () => {
    expect(byHut['hut.yaml']).toContain('\nplugins:\n  generator-hut-robots: 0.1.0\n');
    expect(byHut['app/api/robots.py']).toContain('DISALLOW = "/admin/"');
    expect(textOf(shop)).toEqual(byHut);
  });

  it(
    'has a project whose gates are green, with a new package as it was made, too',
    () => {
      const id = 'the-longest-name-that-hut-take';
      type(`hut plugin create @acme/${id}`, home, []);
      for (const line of [`hut plugin add ../@acme/generator-hut-${id}`, `hut add ${id}`])
        type(line, shop, questionsOf(line));
      const run = (program: string, ...args: readonly string[]): string =>
        runTool(join(shop, '.venv/bin', program), args, shop);
      run('ruff', 'check', '.');
      run('ruff', 'format', '--check', '.');
      run('mypy');
      const tests = ['robots', 'the_longest_name_that_hut_take_header'];
      const paths = tests.map((name) => `tests/test_${name}.py`);
      expect(run('pytest', '-q', ...paths)).toMatch(/^6 passed/m);
    },
    minutes,
  );
});
