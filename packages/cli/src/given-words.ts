import type { Command } from 'commander';

/** The options that a command was given, as words for another one; its folder is where that one runs. */
export function givenWords(command: Command): readonly string[] {
  const values = command.opts<Readonly<Record<string, unknown>>>();
  return command.options
    .filter((option) => command.getOptionValueSource(option.attributeName()) === 'cli')
    .filter(({ long }) => long !== '--cwd')
    .map((option) =>
      option.required ? `${option.long}=${String(values[option.attributeName()])}` : option.long!,
    );
}
