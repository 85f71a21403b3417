import { Option as Flag, type Command } from 'commander';
import { HutError } from '@hut/errors';
import { buildFlagOf, type Lookup, type Option, type Verb, type WordOf } from '@hut/kit';

/** Adds a flag for each option of a command. */
export function withOptionsOf(command: Command, { options = {} }: Pick<Verb, 'options'>): Command {
  for (const [name, option] of Object.entries(options)) command.addOption(toFlag(name, option));
  return command;
}

/** Adds `--with-<id>` for each feature, with the value of its first option; its other options as `--<id>-<option>`. */
export function withFeatures(command: Command, lookup: Lookup): Command {
  const features = lookup.map(({ definition }) => definition).filter(({ feature }) => feature);
  for (const { id, summary, options } of features) {
    command.addOption(new Flag(`--with-${id}${takesValue(options) ? ' [value]' : ''}`, summary));
    for (const [name, option] of Object.entries(options)) {
      command.addOption(toFlag(buildFlagOf(id, name, option), option));
    }
  }
  return command;
}

/** The word behind `--with-<id>` is the first option's; where there is none it is the folder of the project. */
function takesValue(options: Verb['options'] = {}): boolean {
  const [first] = Object.values(options);
  return first !== undefined && first.type !== 'flag';
}

/** The words of the flags, as commander holds them: `--with-ci` is `withCi`. */
export function wordsIn(options: Readonly<Record<string, unknown>>): WordOf {
  return (flag) => options[camel(flag)] as string | boolean | undefined;
}

function toFlag(name: string, option: Option): Flag {
  const doc = `${option.doc ?? ''}${describeDefault(option)}`;
  if (option.type === 'flag') return new Flag(`--${name}`, doc);
  const choices = 'choices' in option && option.choices ? [...option.choices] : [];
  const made = new Flag(`--${name} <${option.type}>`, doc);
  // The kit checks them, for Yeoman too: here they are for help and completion.
  if (choices.length > 0) made.choices(choices);
  return made.argParser(oneWord(name));
}

/** commander would take the last of two, and the next option for the value of one that has none. */
function oneWord(name: string): (word: string, before: string | undefined) => string {
  return (word, before) => {
    if (before !== undefined) throw wrongFlag(`--${name} is there twice`, 'Give it once.');
    if (isFlag.test(word)) throw wrongFlag(`--${name} needs a value`, 'Write it behind the flag.');
    return word;
  };
}

const isFlag = /^--?[a-z]/iu;

function wrongFlag(message: string, hint: string): HutError {
  return new HutError({ id: 'option', message, hint });
}

function describeDefault({ default: fallback }: Option): string {
  return fallback === undefined || fallback === '' ? '' : ` [${String(fallback)}]`;
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
