import { HutError } from '@hut/errors';
import { isWanted, type WordsSoFar } from './is-wanted.ts';
import type { Verb } from './verb.ts';

/**
 * The words behind a command by the arguments that it takes: `Article.title` may be two of them.
 * Throws HutError `unknown-argument` for a word too many; `usage` is the line that shows the right ones.
 */
export function toArguments(
  { arguments: takes }: Pick<Verb, 'arguments'>,
  words: readonly string[],
  usage: string,
): readonly string[] {
  const args = takes[0]?.holdsNext ? splitFirst(words) : words;
  const more = takes.at(-1)?.many ? undefined : args[takes.length];
  if (more === undefined) return args;
  throw new HutError({
    id: 'unknown-argument',
    message: `Unknown argument ${more}`,
    hint: `Usage: ${usage}`,
  });
}

function splitFirst([first = '', ...rest]: readonly string[]): readonly string[] {
  const [, one, next] = /^([^.:]+)\.(.+)$/.exec(first) ?? [];
  if (one !== undefined && next !== undefined) return [one, next, ...rest];
  return first === '' ? [] : [first, ...rest];
}

/** Throws HutError `missing-argument` when a word lacks that the command needs. */
export function requireArguments(
  { arguments: takes }: Pick<Verb, 'arguments'>,
  given: WordsSoFar,
  usage: string,
): void {
  const missing = takes
    .slice(given.args.length)
    .find((argument) => !argument.optional && isWanted(argument, given));
  if (missing === undefined) return;
  throw new HutError({
    id: 'missing-argument',
    message: `The argument ${missing.name} is missing: ${missing.doc}`,
    hint: `Usage: ${usage}`,
  });
}

/** The line that shows what a command takes: `hut add field <entity> <fields...>`. */
export function usageOf(door: string, { arguments: takes }: Pick<Verb, 'arguments'>): string {
  const words = takes.map(({ name, many, optional, isWanted: wants }) => {
    const word = `${name}${many ? '...' : ''}`;
    return optional || wants ? `[${word}]` : `<${word}>`;
  });
  return [door, ...words].join(' ');
}
