import { HutError } from '@hut/errors';
import { findToolAnswer, type ToolCall } from './tool.ts';

const versionScript = 'import sys; print("%d.%d" % sys.version_info[:2])';

/** How this machine installs a Python project: with uv, or with the `venv` and `pip` of an interpreter. */
export type Installer = { readonly kind: 'uv' } | { readonly kind: 'pip'; readonly python: string };

/**
 * Finds what installs a project that needs at least `version` ("3.11"): uv (it brings a Python when there is
 * none), else the newest fitting interpreter. Throws HutError `no-python`.
 */
export function requireInstaller(version: string): Installer {
  if (findToolAnswer({ program: 'uv', args: ['--version'] }) !== null) return { kind: 'uv' };
  const found = interpreters().map((program) => ({
    program,
    has: findToolAnswer({ program, args: ['-c', versionScript] }),
  }));
  const fitting = found.find(({ has }) => has !== null && isAtLeast(has, version));
  if (fitting) return { kind: 'pip', python: fitting.program };
  throw noPython(
    version,
    found.map(({ has }) => has).find((has) => has !== null),
  );
}

function interpreters(): readonly string[] {
  const named = [14, 13, 12, 11].map((minor) => `python3.${minor}`);
  return process.platform === 'win32' ? ['python'] : ['python3', 'python', ...named];
}

function isAtLeast(has: string, wanted: string): boolean {
  const [major, minor] = has.split('.').map(Number) as [number, number];
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number) as [number, number];
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

function noPython(version: string, has: string | null | undefined): HutError {
  return new HutError({
    id: 'no-python',
    message: has
      ? `Python ${version} or newer is needed, and here is ${has}`
      : `Python ${version} or newer is needed, and there is none`,
    hint: `Install uv (it brings Python along) or Python ${version}, or add --no-install and install later.`,
  });
}

/** The calls that install the project in the current folder, in order, and the line a person types to do the same. */
export function installCalls(installer: Installer): {
  readonly calls: readonly ToolCall[];
  readonly line: string;
} {
  if (installer.kind === 'uv')
    return { calls: [{ program: 'uv', args: ['sync'] }], line: 'uv sync' };
  const python = process.platform === 'win32' ? '.venv\\Scripts\\python' : '.venv/bin/python';
  const calls = [
    { program: installer.python, args: ['-m', 'venv', '.venv'] },
    { program: python, args: ['-m', 'pip', 'install', '--upgrade', 'pip>=25.1'] },
    { program: python, args: ['-m', 'pip', 'install', '--editable', '.', '--group', 'dev'] },
  ];
  const line = `${installer.python} -m venv .venv && ${python} -m pip install --upgrade "pip>=25.1" && ${python} -m pip install --editable . --group dev`;
  return { calls, line };
}
