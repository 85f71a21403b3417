import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { requireBuiltHut, type CommandResult } from '@hut/testing';
import { buildLaterVersion, type LaterVersion } from './build-later-version.ts';

/** A version of the command: the one that is built here, or a later one. */
export type Version = '0.1.0' | LaterVersion;

/**
 * Runs a version of `hut` without a terminal, with the words of a line that blanks separate. No program can be found
 * but node itself: no git, no Python.
 */
export function runVersion(version: Version, line: string, cwd: string): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, wordsOf(version, line), {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: '' },
    input: '',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { exitCode: status, stdout, stderr };
}

const terminal = join(import.meta.dirname, '../yeoman/terminal.py');

/** The same in a terminal: waits for each text, then types the keys behind it. */
export function answerVersion(
  version: Version,
  line: string,
  cwd: string,
  steps: readonly (readonly [text: string, keys: string])[],
): { readonly exitCode: number; readonly output: string } {
  const argv = [process.execPath, ...wordsOf(version, line)];
  const input = JSON.stringify({ argv, cwd, env: process.env, steps });
  const { status, stdout, stderr, error } = spawnSync('python3', [terminal], {
    encoding: 'utf8',
    input,
  });
  if (error) throw new Error('python3 is missing. Install it: apt-get install -y python3');
  if (status !== 0) throw new Error(stderr);
  const { exitCode, output } = JSON.parse(stdout) as { exitCode: number; output: string };
  return { exitCode, output: stripVTControlCharacters(output) };
}

function wordsOf(version: Version, line: string): readonly string[] {
  const command = version === '0.1.0' ? requireBuiltHut() : buildLaterVersion(version);
  return [command, ...line.split(' ')];
}
