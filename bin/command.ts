import { main, type Shell } from '@hut/cli';
import { lookup } from '../generators/lookup.ts';

const { env, stdin, stdout, stderr } = process;

/** Runs `hut` in this process, with its streams and its terminal, and what it takes from the file that loads it. */
export async function run(
  words: readonly string[],
  version: string,
  outside: Pick<Shell, 'prompt' | 'importModule' | 'installation'>,
): Promise<void> {
  const terminal = Boolean(stdin.isTTY && stderr.isTTY);
  const wanted = !env.NO_COLOR && !words.includes('--no-color');
  process.exitCode = await main(words, {
    lookup,
    version,
    cwd: process.cwd(),
    stdout,
    stderr,
    terminal,
    ...outside,
    colours: wanted && Boolean(stderr.isTTY),
    stdoutColours: wanted && Boolean(stdout.isTTY),
  });
}
