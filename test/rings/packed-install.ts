import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { requireBuiltHut, runTool } from '@hut/testing';

const checkout = process.cwd();
const isRoot = process.getuid?.() === 0;

/** What a program came to. */
export interface Ended {
  readonly status: number | null;
  /** Both streams, without colours. */
  readonly output: string;
}

/** Packages as users get them: packed, and installed into an empty folder. */
export interface PackedInstall {
  /** Where npm installed them. */
  readonly prefix: string;
  /** The home of a user without rights, who runs them: yo changes its user when it is root. */
  readonly home: string;
  /** The tarballs, by the name of the package. */
  readonly tarballs: Readonly<Record<string, string>>;
  readonly run: (program: string, args: readonly string[], at?: string) => Ended;
  /** The installed command, in a folder below the home. */
  readonly hut: (args: readonly string[], at?: string) => Ended;
  readonly yo: (args: readonly string[], at?: string) => Ended;
  readonly remove: () => void;
}

/** Packs the built package and those in some folders, and installs them all. Throws with the line that installs what is missing. */
export function installPacked(folders: readonly string[] = []): PackedInstall {
  requireBuiltHut();
  const folder = mkdtempSync(join(tmpdir(), 'hut-packed-'));
  const [prefix, home] = [join(folder, 'prefix'), join(folder, 'home')];
  for (const path of [prefix, home]) mkdirSync(path);
  const all = [checkout, ...folders].map((each) => pack(each, folder));
  install(
    prefix,
    all.map(([, tarball]) => tarball),
  );
  chmodSync(folder, 0o755);
  if (isRoot) chownSync(home, 1000, 1000);
  const run = (program: string, args: readonly string[], at = ''): Ended =>
    runAsUser([program, ...args], { at: join(home, at), home, prefix });
  return {
    prefix,
    home,
    tarballs: Object.fromEntries(all),
    run,
    hut: (args, at) => run(join(prefix, 'node_modules/.bin/hut'), args, at),
    yo: (args, at) => run(join(checkout, 'node_modules/.bin/yo'), args, at),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The name of a package, and its tarball. */
export function pack(from: string, to: string): readonly [name: string, tarball: string] {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', to];
  const printed = execFileSync('npm', args, { cwd: from, encoding: 'utf8', stdio: 'pipe' });
  const [{ name, filename }] = JSON.parse(printed) as [{ name: string; filename: string }];
  return [name, join(to, filename)];
}

function install(prefix: string, tarballs: readonly string[]): void {
  writeFileSync(join(prefix, 'package.json'), '{ "private": true, "type": "module" }');
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  runTool('npm', ['install', ...quiet, ...tarballs], prefix, 'apt-get install npm');
}

/** npm tells what it starts where its own cache is, and that is another user's. */
function withoutNpm(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
}

function runAsUser(
  argv: readonly string[],
  { at, home, prefix }: { readonly at: string; readonly home: string; readonly prefix: string },
): Ended {
  const other = isRoot ? ['setpriv', '--reuid=1000', '--regid=1000', '--clear-groups'] : [];
  const [program, ...args] = [...other, ...argv];
  const { status, stdout, stderr } = spawnSync(program!, args, {
    cwd: at,
    encoding: 'utf8',
    input: '',
    env: {
      ...withoutNpm(),
      HOME: home,
      XDG_DATA_HOME: join(home, '.local/share'),
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_CACHE_HOME: join(home, '.cache'),
      NODE_PATH: join(prefix, 'node_modules'),
    },
  });
  return { status, output: stripVTControlCharacters(stdout + stderr) };
}
