import { buildFlagOf } from '../amendment.ts';
import type { Definition, Lookup, Option } from '../kit.ts';

/** One flag of a command line under `yo`. */
export interface Flag {
  readonly name: string;
  readonly alias?: string;
  /** `maybe`: it works alone, and with a word (one of `words`, when they are given) behind it. */
  readonly takes: 'nothing' | 'word' | 'maybe';
  readonly words?: readonly string[];
  readonly doc: string;
}

/** The flags that every hut generator has under `yo`, as docs/reference.md describes them. */
export const everyFlag: readonly Flag[] = [
  {
    name: 'dry-run',
    alias: 'n',
    takes: 'maybe',
    words: ['files', 'diff', 'json'],
    doc: 'Show what would happen, write nothing (files, diff, json)',
  },
  { name: 'yes', alias: 'y', takes: 'nothing', doc: 'Ask nothing, take the defaults' },
  { name: 'accept-defaults', takes: 'nothing', doc: 'The same as --yes' },
  {
    name: 'on-conflict',
    takes: 'word',
    doc: 'What becomes of a file that needs a decision (ask, stop, mine, next, markers)',
  },
  {
    name: 'verify',
    takes: 'word',
    doc: 'Checks of the project that have to pass first (syntax, lint, types, tests)',
  },
  { name: 'force', alias: 'f', takes: 'nothing', doc: 'Take what is rendered in every conflict' },
  { name: 'install', takes: 'nothing', doc: '--no-install: install no dependencies' },
  { name: 'skip-install', takes: 'nothing', doc: 'The same as --no-install' },
  { name: 'git', takes: 'nothing', doc: '--no-git: make no git repository' },
  { name: 'skip-git', takes: 'nothing', doc: 'The same as --no-git' },
  { name: 'verbose', alias: 'v', takes: 'nothing', doc: 'Show the output of tools' },
  { name: 'quiet', alias: 'q', takes: 'nothing', doc: 'Show errors and questions only' },
];

/** The flags of a builder: where the project is, and which features it has from the start. */
export function buildFlags(lookup: Lookup): readonly Flag[] {
  const features = lookup.map(({ definition }) => definition).filter(({ feature }) => feature);
  return [
    { name: 'path', alias: 'p', takes: 'word', doc: 'Folder of the project, as the argument' },
    { name: 'from', takes: 'word', doc: 'Build the project that a hut.yaml describes' },
    ...features.flatMap((feature) => [
      withFlag(feature),
      ...optionFlags(feature.options, (name, option) => buildFlagOf(feature.id, name, option)),
    ]),
  ];
}

function withFlag({ id, summary, options, arguments: words }: Definition): Flag {
  const [first] = Object.values(options);
  const isAlone = words.length === 0 && (first === undefined || first.type === 'flag');
  const takes = isAlone ? 'nothing' : 'maybe';
  return { name: `with-${id}`, takes, doc: summary };
}

/** A flag for each option of a generator. */
export function optionFlags(
  options: Definition['options'],
  flagOf: (name: string, option: Option) => string = (name) => name,
): readonly Flag[] {
  return Object.entries(options).map(([name, option]) => ({
    name: flagOf(name, option),
    takes: option.type === 'flag' ? 'nothing' : 'word',
    doc: describe(option),
  }));
}

function describe(option: Option): string {
  const choices = 'choices' in option && option.choices ? ` (${option.choices.join(', ')})` : '';
  const fallback = [undefined, ''].includes(option.default as string)
    ? ''
    : ` [${String(option.default)}]`;
  return `${option.doc ?? ''}${choices}${fallback}`;
}
