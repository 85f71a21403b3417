import { join } from 'node:path';
import { main } from '@hut/cli';
import type { Lookup } from '@hut/kit';
import { lookup as own } from '../../generators/lookup.ts';

/** What a command came to. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `hut` in this process, as in a shell without a terminal; the words of a line are separated by blanks. */
export async function hutHere(
  line: string | readonly string[],
  cwd: string,
  lookup: Lookup = own,
  version = '0.1.0',
): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  const exitCode = await main(typeof line === 'string' ? line.split(' ') : line, {
    lookup,
    version,
    cwd,
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    installation: join(import.meta.dirname, '../..'),
    importModule: (url) => import(url),
    terminal: false,
    prompt: () => Promise.reject(new Error('Nobody is there')),
    colours: false,
    stdoutColours: false,
  });
  return { exitCode, stdout, stderr };
}
