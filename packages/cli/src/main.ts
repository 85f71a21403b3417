import { CommanderError } from 'commander';
import { HutError } from '@hut/errors';
import { toErrorDocument } from './error-document.ts';
import { spellOutDryRun } from './global-options.ts';
import { orderWords } from './order-words.ts';
import { printError, type Manner } from './print-error.ts';
import { printJson } from './print-report.ts';
import { toProgram } from './program.ts';
import type { Shell } from './shell.ts';
import { withPlugins } from './with-plugins.ts';

export type { Shell } from './shell.ts';

/** Runs `hut` with the words behind its name. Returns the exit code of the contract; never throws. */
export async function main(argv: readonly string[], outside: Shell): Promise<number> {
  const words = argv.length === 0 ? ['--help'] : orderWords(spellOutDryRun(argv));
  let [exitCode, shell] = [0, outside];
  try {
    shell = await withPlugins(outside, words);
    const program = toProgram(shell, (code) => (exitCode = code));
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    const manner = { shell, json: wantsJson(words), verbose: isVerbose(words) };
    if (error instanceof CommanderError) return endUsage(error, manner);
    return printError(error, manner);
  }
}

/** Asked of the words, because a command line that cannot be read has no options. */
function wantsJson(words: readonly string[]): boolean {
  return words.includes('--json') || words.includes('--dry-run=json');
}

/** commander has said on standard error what is wrong; help and version end well. */
function endUsage({ exitCode, message }: CommanderError, { shell, json }: Manner): number {
  if (exitCode === 0) return 0;
  const hint = 'hut help shows the commands and their options.';
  const usage = new HutError({ id: 'usage', message, hint });
  if (json) printJson({ ...toErrorDocument(usage), exitCode: 3 }, shell);
  return 3;
}

function isVerbose(words: readonly string[]): boolean {
  return words.includes('-v') || words.includes('--verbose');
}
