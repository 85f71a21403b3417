import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const root = process.cwd();

/** What a run of the real `yo` came to. */
export interface Yo {
  readonly exitCode: number | null;
  /** Both streams, without colours. */
  readonly output: string;
}

/** What a person answers in a terminal: when a text stands there, keys are typed. */
export type Steps = readonly (readonly [text: string, keys: string])[];

/** The built package and another one, installed where the real `yo` finds them. */
export interface Installation {
  /** The built doors of a copy of the package: another one than the one that `yo` finds. */
  readonly otherCopy: string;
  readonly yo: (folder: string, args: readonly string[], at?: string) => Yo;
  /** The same in a terminal. */
  readonly yoAnswered: (folder: string, args: readonly string[], steps: Steps, at?: string) => Yo;
  readonly hut: (folder: string, args: readonly string[]) => Yo;
  readonly remove: () => void;
}

/** Installs the built package for a spec. Throws with the line that builds it, or installs what is missing. */
export function install(): Installation {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'generators')))
    throw new Error('dist/generators is missing. Make it: npm run build');
  mkdirSync(join(root, '.cache'), { recursive: true });
  const place = mkdtempSync(join(root, '.cache', 'yo-'));
  chmodSync(place, 0o755);
  for (const copy of ['generators', 'copy']) copyPackage(dist, join(place, copy, 'generator-hut'));
  const acme = join(root, 'test/yeoman/fixtures/generator-acme');
  symlinkSync(acme, join(place, 'generators', 'generator-acme'));
  const environment = {
    PATH: process.env['PATH'],
    HOME: join(place, 'home'),
    NODE_PATH: join(place, 'generators'),
    NO_UPDATE_NOTIFIER: '1',
    TERM: 'xterm',
  };
  mkdirSync(environment.HOME);
  own(environment.HOME);
  const yo = [process.execPath, join(root, 'node_modules/yo/lib/cli.js')];
  const hut = [process.execPath, join(place, 'generators/generator-hut/dist/hut.cjs')];
  return {
    otherCopy: join(place, 'copy/generator-hut/dist/generators'),
    yo: (folder, args, at = '') =>
      run([...yo, ...args], { folder, at: join(folder, at), environment }),
    yoAnswered: (folder, args, steps, at = '') =>
      runAnswered([...yo, ...args], { folder, at: join(folder, at), environment }, steps),
    hut: (folder, args) => run([...hut, ...args], { folder, at: folder, environment }),
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}

/** Inside the repository, so that its imports of other packages are found. */
function copyPackage(dist: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(dist, join(to, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(to, 'package.json'));
}

interface Place {
  readonly folder: string;
  readonly at: string;
  readonly environment: NodeJS.ProcessEnv;
}

function run(argv: readonly string[], { folder, at, environment }: Place): Yo {
  own(folder);
  const [program, ...args] = asUser(argv) as [string, ...string[]];
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: at,
    encoding: 'utf8',
    env: environment,
    input: '',
  });
  if (error) throw missing(program);
  return { exitCode: status, output: stripVTControlCharacters(stdout + stderr) };
}

function runAnswered(
  argv: readonly string[],
  { folder, at, environment }: Place,
  steps: Steps,
): Yo {
  own(folder);
  const script = join(root, 'test/yeoman/terminal.py');
  const { status, stdout, stderr, error } = spawnSync('python3', [script], {
    encoding: 'utf8',
    input: JSON.stringify({ argv: asUser(argv), cwd: at, env: environment, steps }),
  });
  if (error) throw missing('python3');
  if (status !== 0) throw new Error(stderr);
  const { exitCode, output } = JSON.parse(stdout) as Yo;
  return { exitCode, output: stripVTControlCharacters(output) };
}

const isRoot = process.getuid?.() === 0;
const user = '1000';

/** `yo` changes its user when root starts it, and then may not write: as its own users do, we are none. */
function asUser(argv: readonly string[]): readonly string[] {
  const become = ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups'];
  return isRoot ? [...become, ...argv] : argv;
}

function own(folder: string): void {
  if (isRoot) spawnSync('chown', ['-R', `${user}:${user}`, folder]);
}

function missing(program: string): Error {
  return new Error(`${program} is missing. Install it: apt-get install -y util-linux python3`);
}
