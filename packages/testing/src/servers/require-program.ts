import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program of a Debian package. */
interface Program {
  readonly name: string;
  readonly package: string;
  /** Environment variable with the URL of a server that does instead. */
  readonly variable?: string;
}

/** Path of a program; root installs its package when it is missing. Throws with the line that installs it. */
export function requireProgram(program: Program): string {
  const found = findProgram(program.name);
  if (found !== undefined) return found;
  if (process.getuid?.() === 0) install(program.package);
  return findProgram(program.name) ?? fail(program);
}

function findProgram(name: string): string | undefined {
  return foldersOfPrograms()
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** PATH, where servers are not for everyone, and where Debian keeps each version of PostgreSQL, newest first. */
function foldersOfPrograms(): readonly string[] {
  const postgres = '/usr/lib/postgresql';
  const versions = existsSync(postgres) ? readdirSync(postgres) : [];
  return [
    ...versions.sort((a, b) => Number(b) - Number(a)).map((one) => join(postgres, one, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
  ];
}

function install(name: string): void {
  // Runlevel 1: the server that comes with the package is not started.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=120'];
  spawnSync('apt-get', [...options, 'update'], { env });
  spawnSync('apt-get', [...options, 'install', '--yes', '--no-install-recommends', name], { env });
}

function fail({ name, variable, ...program }: Program): never {
  const instead = variable === undefined ? '' : ` (or name a server in ${variable})`;
  throw new Error(`${name} is missing. Install it: apt-get install ${program.package}${instead}`);
}
