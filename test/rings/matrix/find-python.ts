import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { unpackPython } from './unpack-python.ts';

/** The newest of some versions of Python (`3.12`, oldest first) that can be had, and its program. Throws when there is none. */
export function findPython(versions: readonly string[]): { version: string; program: string } {
  for (const version of versions.toReversed()) {
    const here = programsOf(version).find((one) => spawnSync(one, ['-c', '']).status === 0);
    const program = here ?? unpackPython(version);
    if (program !== null) return { version, program };
  }
  throw new Error(`There is no Python ${versions.join(' or ')} here`);
}

/** Those of the path, and of pyenv, whose programs on the path may be there and not run. */
function programsOf(version: string): readonly string[] {
  const folder = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  const fitting = versions.filter((one) => one.startsWith(`${version}.`));
  return [`python${version}`, ...fitting.map((one) => join(folder, one, 'bin/python'))];
}
