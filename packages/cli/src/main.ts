import { CommanderError } from 'commander';
import { HutError } from '@hut/errors';
import { shellText } from '@hut/render';
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
    if (error instanceof CommanderError) return endUsage(error, { ...manner, words });
    return printError(error, manner);
  }
}

/** Asked of the words, because a command line that cannot be read has no options. */
function wantsJson(words: readonly string[]): boolean {
  return words.includes('--json') || words.includes('--dry-run=json');
}

/** commander has said on standard error what is wrong; help and version end well. */
function endUsage(
  { exitCode, message, code }: CommanderError,
  { shell, json, words }: Manner & { readonly words: readonly string[] },
): number {
  if (exitCode === 0) return 0;
  const isUnknown = code === 'commander.unknownCommand';
  const meant = isUnknown ? growthOf(words, shell) : null;
  if (meant !== null) shell.stderr.write(`${meant}\n`);
  const hint = meant ?? 'hut help shows the commands and their options.';
  const usage = new HutError({ id: 'usage', message, hint });
  if (json) printJson({ ...toErrorDocument(usage), exitCode: 3 }, shell);
  return 3;
}

/** People write `hut model User` for `yo hut:model User`, and `hut model add User`. */
function growthOf([word = '', ...rest]: readonly string[], { lookup }: Shell): string | null {
  const isGenerator = lookup.some(
    ({ definition: { id, aliases, command } }) =>
      command === 'add' && [id, ...aliases].includes(word),
  );
  if (!isGenerator) return null;
  const words = rest.filter((one) => one !== 'add');
  return `Did you mean hut ${['add', word, ...words].map(shellText).join(' ')}?`;
}

function isVerbose(words: readonly string[]): boolean {
  return words.includes('-v') || words.includes('--verbose');
}
