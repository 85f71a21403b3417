import { CommanderError } from 'commander';
import { resolve } from 'node:path';
import { spellOutDryRun } from './global-options.ts';
import { printError } from './print-error.ts';
import { toProgram } from './program.ts';
import type { Shell } from './shell.ts';

export type { Shell } from './shell.ts';

/** Runs `hut` with the words behind its name. Returns the exit code of the contract; never throws. */
export async function main(argv: readonly string[], shell: Shell): Promise<number> {
  const words = argv.length === 0 ? ['--help'] : spellOutDryRun(argv);
  let exitCode = 0;
  const program = toProgram(
    { ...shell, cwd: toCwd(words, shell.cwd) },
    (code) => (exitCode = code),
  );
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 3;
    return printError(error, { shell, json: words.includes('--json'), verbose: isVerbose(words) });
  }
}

/** `-C DIR` counts before everything else does. */
function toCwd(words: readonly string[], cwd: string): string {
  const at = words.findIndex((word) => word === '-C' || word === '--cwd');
  const given =
    at === -1
      ? words.find((word) => word.startsWith('--cwd='))?.slice('--cwd='.length)
      : words[at + 1];
  return given === undefined ? cwd : resolve(cwd, given);
}

function isVerbose(words: readonly string[]): boolean {
  return words.includes('-v') || words.includes('--verbose');
}
