import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findInstallation } from '@hut/kit/installation';

/** What a run of the built `hut` came to. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Path of the built command. Throws with the line that builds it. */
export function requireBuiltHut(): string {
  const path = join(findInstallation(), 'dist', 'hut.cjs');
  if (!existsSync(path)) throw new Error('dist/hut.cjs is missing. Make it: npm run build');
  return path;
}

/** Runs the built `hut` in a folder, as a user without a terminal does. */
export function runHut(
  args: readonly string[],
  cwd: string,
  environment: NodeJS.ProcessEnv = {},
): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [requireBuiltHut(), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    input: '',
  });
  return { exitCode: status, stdout, stderr };
}
