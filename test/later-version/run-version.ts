import { spawnSync } from 'node:child_process';
import { requireBuiltHut, type CommandResult } from '@hut/testing';
import { buildLaterVersion, type LaterVersion } from './build-later-version.ts';

/** A version of the command: the one that is built here, or a later one. */
export type Version = '0.1.0' | LaterVersion;

/**
 * Runs a version of `hut` without a terminal, with the words of a line that blanks separate. No program can be found
 * but node itself: no git, no Python.
 */
export function runVersion(version: Version, line: string, cwd: string): CommandResult {
  const command = version === '0.1.0' ? requireBuiltHut() : buildLaterVersion(version);
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...line.split(' ')], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: '' },
    input: '',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { exitCode: status, stdout, stderr };
}
