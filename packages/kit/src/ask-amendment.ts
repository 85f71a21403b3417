import { shellText } from '@hut/render';
import { verbOf, type Amendment } from './amendment.ts';
import { askArguments } from './ask-arguments.ts';
import { draftBlueprint, type Draft } from './draft-blueprint.ts';
import type { Prompt } from './prompt.ts';
import { readBlueprint } from './read-blueprint.ts';
import { repeatWords } from './repeat-command.ts';
import { requireArguments, toArguments, usageOf } from './to-arguments.ts';

/** One command that grows a project, as it was typed. */
export interface GrowthCommand extends Omit<Amendment, 'args'> {
  /** How it is called: `hut add model`, `yo hut:model`. */
  readonly door: string;
  readonly words: readonly string[];
  /** What the answers of a person are tried on. */
  readonly draft: Omit<Draft, 'amendments'>;
  /** Asks for what is missing; null where nobody is there. */
  readonly prompt: Prompt | null;
}

/** What a command asks of its generator. */
export interface AskedAmendment {
  readonly amendment: Amendment;
  /** The command that asks for the same again. */
  readonly command: string;
  /** A person was asked for some of it. */
  readonly isAsked: boolean;
}

/** The amendment that a command is, with what a person was asked for. Throws HutError for words that are missing or too many. */
export async function askAmendment(typed: GrowthCommand): Promise<AskedAmendment> {
  const { door, words, values, draft, prompt, ...asked } = typed;
  const { lookup, version } = draft;
  const verb = verbOf(typed);
  const usage = usageOf(door, verb);
  const split = (some: readonly string[]) => toArguments(verb, some, usage);
  const given = split(words);
  const attempt = (args: readonly string[]) =>
    void draftBlueprint({ ...draft, amendments: [{ ...asked, args, values }] });
  const blueprint = () =>
    readBlueprint(draftBlueprint({ ...draft, amendments: [] }), { lookup, version });
  const asking = { takes: verb.arguments, args: given, toArguments: split, attempt, blueprint };
  const args = prompt === null ? given : await askArguments({ ...asking, prompt });
  requireArguments(verb, { args, blueprint }, usage);
  return {
    amendment: { ...asked, args, values },
    command: [door, ...args.map(shellText), ...repeatWords(values)].join(' '),
    isAsked: args.length > given.length,
  };
}
