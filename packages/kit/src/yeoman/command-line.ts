import { HutError } from '@hut/errors';
import type { Flag } from './flag.ts';

type Options = Readonly<Record<string, unknown>>;

/** What Yeoman hands to a generator: arguments, and options by name (in camelCase, kebab-case or as an alias). */
export interface Handed {
  readonly args: readonly string[];
  readonly options: Options;
  /** The options that Yeoman found among the arguments, when another generator put them there. */
  readonly inArgs: Options;
}

/** The words of a command line, in the form that all doors share. */
export interface CommandLine {
  readonly args: readonly string[];
  readonly words: ReadonlyMap<string, string | boolean>;
}

/**
 * Reads what a generator was handed. `yo` knows no declarations, so it takes a word behind any flag for that
 * flag's value (`yo hut --yes shop`): where the flag takes none, the word is the argument that it was meant to be.
 * Throws HutError `option` for a flag given twice, and where it can't be told which argument such a word was.
 */
export function readCommandLine(
  flags: readonly Flag[],
  { args, options, inArgs }: Handed,
): CommandLine {
  const words = new Map<string, string | boolean>();
  const strays: { readonly flag: Flag; readonly word: string }[] = [];
  for (const flag of flags) {
    const word = toWord(flag, findHanded(flag, options) ?? findHanded(flag, inArgs));
    if (word === undefined) continue;
    const isStray = typeof word === 'string' && !takesWord(flag, word);
    if (isStray) strays.push({ flag, word });
    words.set(flag.name, isStray ? true : word);
  }
  if (strays.length === 0) return { args, words };
  if (strays.length > 1 || args.length > 0) throw strayWord(strays[0]!.flag, strays[0]!.word);
  return { args: [strays[0]!.word], words };
}

function findHanded({ name, alias }: Flag, options: Options): unknown {
  return options[name] ?? options[camelOf(name)] ?? (alias && options[alias]);
}

/** Other generators hand values as they are in code: a list, a number. */
function toWord({ name, takes }: Flag, handed: unknown): string | boolean | undefined {
  if (handed === undefined || handed === null) return undefined;
  if (takes === 'nothing' && ['true', 'false'].includes(String(handed)))
    return String(handed) === 'true';
  if (typeof handed === 'boolean') return handed;
  if (takes === 'maybe' && handed === '') return true;
  const isTwice =
    Array.isArray(handed) &&
    (takes === 'nothing' || handed.some((item) => String(item).includes(',')));
  if (!isTwice) return String(handed);
  throw new HutError({ id: 'option', message: `--${name} is there twice`, hint: 'Give it once.' });
}

function takesWord({ takes, words }: Flag, word: string): boolean {
  return takes === 'word' || (takes === 'maybe' && (words === undefined || words.includes(word)));
}

function strayWord({ name }: Flag, word: string): HutError {
  return new HutError({
    id: 'option',
    message: `--${name} takes no value, and yo gave it "${word}"`,
    hint: 'Write the arguments first and the flags behind them.',
  });
}

/** How `yo` names the flag `dry-run`: `dryRun`. */
export function camelOf(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
