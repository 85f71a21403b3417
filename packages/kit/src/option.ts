import type { OptionRule, OptionValue } from '@hut/blueprint';
import { didYouMean, HutError } from '@hut/errors';

/** One option of a generator: from it come the flag, the prompt, the check, the help line and the schema. */
export type Option = OptionRule;

/** Values of options by name, as read from a command line, a prompt or hut.yaml. */
export type Values = Readonly<Record<string, OptionValue>>;

/** An option with one of `choices`. */
export function choice(choices: readonly string[], fallback: string, doc: string): Option {
  return { type: 'choice', choices, default: fallback, doc };
}

/** An option with any text. */
export function text(fallback: string, doc: string): Option {
  return { type: 'text', default: fallback, doc };
}

/** An option that is on or off. */
export function flag(fallback: boolean, doc: string): Option {
  return { type: 'flag', default: fallback, doc };
}

/** An option with several values, of `choices` when they are given; commas separate them on a command line. */
export function list(
  choices: readonly string[] | null,
  fallback: readonly string[],
  doc: string,
): Option {
  return { type: 'list', ...(choices && { choices }), default: fallback, doc };
}

/**
 * The value that a word of a command line gives an option; `true` is a flag without a word.
 * Throws HutError `option` when it is none of the choices or no number.
 */
export function parseOption(name: string, option: Option, word: string | boolean): OptionValue {
  if (option.type === 'flag') return word === true || word === 'true';
  if (typeof word === 'boolean') throw wrongOption(name, 'needs a value', expects(option));
  if (option.type === 'number') return parseNumber(name, word);
  const values = option.type === 'list' ? word.split(',').filter((value) => value !== '') : [word];
  for (const value of values) requireChoice(name, option, value);
  return option.type === 'list' ? values : word;
}

function parseNumber(name: string, word: string): number {
  const number = Number(word);
  if (word.trim() === '' || !Number.isFinite(number))
    throw wrongOption(name, `is no number: ${word}`, 'Give a number.');
  return number;
}

function requireChoice(name: string, option: Option, value: string): void {
  const choices = 'choices' in option ? option.choices : undefined;
  if (choices === undefined || choices.includes(value)) return;
  throw wrongOption(
    name,
    `cannot be "${value}"`,
    `${didYouMean(value, choices)}${expects(option)}`,
  );
}

function expects(option: Option): string {
  return 'choices' in option && option.choices
    ? `Choices: ${option.choices.join(', ')}`
    : 'Give it a value.';
}

function wrongOption(name: string, problem: string, hint: string): HutError {
  return new HutError({ id: 'option', message: `--${name} ${problem}`, hint });
}
