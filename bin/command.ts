import { main, type Shell } from '@hut/cli';
import { lookup } from '../generators/lookup.ts';

const { env, stdin, stdout, stderr } = process;

/** Runs `hut` in this process, with its streams and its terminal; `prompt` asks the person at it. */
export async function run(
  words: readonly string[],
  version: string,
  prompt: Shell['prompt'],
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
    prompt,
    colours: wanted && Boolean(stderr.isTTY),
    stdoutColours: wanted && Boolean(stdout.isTTY),
  });
}
