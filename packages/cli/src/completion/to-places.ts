import type { Command, Option } from 'commander';
import { formOption } from '../global-options.ts';

/** A word that can be completed, and what it is. */
export interface Word {
  readonly word: string;
  readonly doc: string;
}

/** An option, by the name with two dashes. */
export interface FlagWord extends Word {
  readonly short: string | undefined;
  /** Where its value stands: in the next word or behind `=`, or behind `=` alone. */
  readonly value: 'none' | 'next' | 'equals';
  /** What its value can be; empty where it can be anything. */
  readonly values: readonly string[];
}

/** What can stand behind some words of commands. */
export interface Place {
  /** Those words, as `add model`; '' behind `hut` itself. */
  readonly at: string;
  readonly words: readonly Word[];
  readonly flags: readonly FlagWord[];
  /** The words that lead to another place, each with that place. */
  readonly leads: readonly (readonly [word: string, to: string])[];
}

/** All places of a command line, from the commands as they are declared. */
export function toPlaces(command: Command, at = ''): readonly Place[] {
  const help = command.createHelp();
  const children = help.visibleCommands(command).filter((child) => child !== command);
  const named = children.flatMap((child) =>
    [child.name(), ...child.aliases()].map((word) => ({ word, doc: child.description(), child })),
  );
  const choices = command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices);
  const below = (child: Command): string => `${at} ${child.name()}`.trim();
  const place: Place = {
    at,
    words: [...named, ...choices.map((word) => ({ word, doc: '' }))].map(({ word, doc }) => ({
      word,
      doc,
    })),
    flags: help.visibleOptions(command).map(toFlagWord),
    leads: named
      .filter(({ child }) => !takesCommand(child))
      .map(({ word, child }) => [word, below(child)]),
  };
  const deeper = children.filter((child) => !takesCommand(child));
  return [place, ...deeper.flatMap((child) => toPlaces(child, below(child)))];
}

/** `hut help add` and `hut plan add` go on as `hut add` does: they lead nowhere of their own. */
function takesCommand(command: Command): boolean {
  return command.registeredArguments.some((argument) => argument.name() === 'command');
}

function toFlagWord({
  long,
  short,
  description,
  argChoices,
  required,
  optional,
}: Option): FlagWord {
  const taken = long === formOption ? 'equals' : 'next';
  const value = required || optional ? taken : 'none';
  return { word: long!, short, doc: description, value, values: argChoices ?? [] };
}
