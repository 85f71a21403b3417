import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HutError } from '@hut/errors';
import type { ToolCall } from './call-tool.ts';
import { findToolAnswer } from './tool.ts';

const versionScript = 'import sys; print("%d.%d" % sys.version_info[:2])';

/** How this machine installs a Python project: with uv, or with the `venv` and `pip` of an interpreter. */
export type Installer = { readonly kind: 'uv' } | { readonly kind: 'pip'; readonly python: string };

/**
 * Finds what installs a project that needs at least `version` ("3.11"): uv (it brings a Python when there is
 * none), else the newest fitting interpreter. `otherwise` is what a person may do without. Throws HutError `no-python`.
 */
export function requireInstaller(
  version: string,
  otherwise = 'add --no-install and install later',
): Installer {
  const installer = findInstaller(version);
  if (installer !== null) return installer;
  const has = interpreters().map(findVersion);
  throw noPython(
    version,
    has.find((one) => one !== null),
    otherwise,
  );
}

/** The same, or null when there is none. */
export function findInstaller(version: string): Installer | null {
  if (findToolAnswer({ program: 'uv', args: ['--version'] }) !== null) return { kind: 'uv' };
  const fitting = interpreters().find((program) => {
    const has = findVersion(program);
    return has !== null && isAtLeast(has, version);
  });
  return fitting === undefined ? null : { kind: 'pip', python: fitting };
}

function findVersion(program: string): string | null {
  return findToolAnswer({ program, args: ['-c', versionScript] });
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

function noPython(version: string, has: string | null | undefined, otherwise: string): HutError {
  return new HutError({
    id: 'no-python',
    message: has
      ? `Python ${version} or newer is needed, and here is ${has}`
      : `Python ${version} or newer is needed, and there is none`,
    hint: `Install uv (it brings Python along): ${uvInstallation}. Or install Python ${version}, or ${otherwise}.`,
  });
}

/** The line that installs uv, as its makers give it. */
export const uvInstallation =
  process.platform === 'win32'
    ? 'powershell -ExecutionPolicy ByPass -c "irm https://astral.sh/uv/install.ps1 | iex"'
    : 'curl -LsSf https://astral.sh/uv/install.sh | sh';

/** The folder of the project's own environment. */
export const ownEnvironment = '.venv';

/** Where the programs of an environment are. */
export function programsOf(environment: string): string {
  return join(environment, process.platform === 'win32' ? 'Scripts' : 'bin');
}

/** Whether an environment is there and its interpreter is, too: one that was removed leaves a link to nothing. */
export function hasPython(environment: string): boolean {
  return ['python', 'python.exe'].some((name) => existsSync(join(programsOf(environment), name)));
}

/** The calls that install the project in the current folder, in order, and the line a person types to do the same. */
export function installCalls(
  installer: Installer,
  environment = ownEnvironment,
): { readonly calls: readonly ToolCall[]; readonly line: string } {
  if (installer.kind === 'uv') {
    const elsewhere = { UV_PROJECT_ENVIRONMENT: environment };
    const variables = environment === ownEnvironment ? {} : { variables: elsewhere };
    return { calls: [{ program: 'uv', args: ['sync'], ...variables }], line: 'uv sync' };
  }
  const python = join(programsOf(environment), 'python');
  const calls = [
    { program: installer.python, args: ['-m', 'venv', environment] },
    { program: python, args: ['-m', 'pip', 'install', '--upgrade', 'pip>=25.1'] },
    { program: python, args: ['-m', 'pip', 'install', '--editable', '.', '--group', 'dev'] },
  ];
  const line = `${installer.python} -m venv ${environment} && ${python} -m pip install --upgrade "pip>=25.1" && ${python} -m pip install --editable . --group dev`;
  return { calls, line };
}
