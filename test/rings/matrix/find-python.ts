import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The newest of some versions of Python (`3.12`, oldest first) that this machine has, and its program. Throws when it has none. */
export function findPython(versions: readonly string[]): { version: string; program: string } {
  const found = versions
    .toReversed()
    .flatMap((version) => programsOf(version).map((program) => ({ version, program })))
    .find(({ program }) => spawnSync(program, ['-c', '']).status === 0);
  if (found === undefined) throw new Error(`There is no Python ${versions.join(' or ')} here`);
  return found;
}

/** Those of the path, and of pyenv, whose programs on the path may be there and not run. */
function programsOf(version: string): readonly string[] {
  const folder = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  const fitting = versions.filter((one) => one.startsWith(`${version}.`));
  return [`python${version}`, ...fitting.map((one) => join(folder, one, 'bin/python'))];
}
