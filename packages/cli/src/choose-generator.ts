import type { Command } from 'commander';
import { didYouMean, HutError } from '@hut/errors';
import type { Shell } from './shell.ts';

/**
 * What happens to `hut add` without the name of a generator: a person chooses one. Throws HutError
 * `missing-argument` where nobody is there, `unknown-generator` for a name that is none.
 */
export async function chooseGenerator(
  command: Command,
  { terminal, prompt }: Pick<Shell, 'terminal' | 'prompt'>,
): Promise<void> {
  const [word] = command.args;
  if (word !== undefined) throw unknownGenerator(command, word);
  if (!terminal) throw missingGenerator(command);
  const { id } = await prompt([
    { type: 'select', name: 'id', message: command.description(), choices: toChoices(command) },
  ]);
  const chosen = command.commands.find((child) => child.name() === id)!;
  await chosen.parseAsync([], { from: 'user' });
}

function toChoices({ commands }: Command): { name: string; value: string }[] {
  return commands.map((child) => ({
    name: `${child.name()}: ${child.description()}`,
    value: child.name(),
  }));
}

function unknownGenerator(command: Command, word: string): HutError {
  const names = namesOf(command);
  return new HutError({
    id: 'unknown-generator',
    message: `hut ${command.name()} knows no ${word}`,
    hint: `${didYouMean(word, names)}Generators: ${names.join(', ')}.`,
  });
}

function missingGenerator(command: Command): HutError {
  return new HutError({
    id: 'missing-argument',
    message: `The generator is missing: ${namesOf(command).join(', ')}`,
    hint: `Usage: hut ${command.name()} <generator> [arguments]`,
  });
}

function namesOf({ commands }: Command): readonly string[] {
  return commands.flatMap((child) => [child.name(), ...child.aliases()]);
}
