import { didYouMean, HutError } from '@hut/errors';
import { checkLevels, type CheckLevel } from '@hut/render';
import type { ConflictPolicy } from '../settle.ts';
import type { CommandLine } from './command-line.ts';
import { isAttended, type Environment } from './environment.ts';

const policies = ['ask', 'stop', 'mine', 'next', 'markers'] as const;
const dryRunForms = ['files', 'diff', 'json'] as const;

/** How a run goes about its work, as the flags say that every generator has. */
export interface Manner {
  /** Nothing is asked. */
  readonly yes: boolean;
  /** What is shown instead of written; null when it is written. */
  readonly dryRun: (typeof dryRunForms)[number] | null;
  readonly onConflict: ConflictPolicy | null;
  /** The checks that what is to be written has to pass; null for none. */
  readonly verify: CheckLevel | null;
  readonly install: boolean;
  readonly git: boolean;
  readonly verbose: boolean;
  readonly quiet: boolean;
}

/** The manner that a command line asks for. Throws HutError `option`. */
export function readManner({ words }: CommandLine): Manner {
  const has = (name: string): boolean => words.get(name) === true;
  const dryRun = words.get('dry-run') ?? false;
  return {
    yes: has('yes') || has('accept-defaults'),
    dryRun: dryRun === false ? null : (dryRunForms.find((form) => form === dryRun) ?? 'files'),
    onConflict:
      readChoice('on-conflict', words.get('on-conflict'), policies) ??
      (has('force') ? 'next' : null),
    verify: readChoice('verify', words.get('verify'), checkLevels),
    install: words.get('install') !== false && !has('skip-install'),
    git: words.get('git') !== false && !has('skip-git'),
    verbose: has('verbose'),
    quiet: has('quiet'),
  };
}

function readChoice<Choice extends string>(
  flag: string,
  word: string | boolean | undefined,
  choices: readonly Choice[],
): Choice | null {
  if (word === undefined) return null;
  const choice = choices.find((known) => known === word);
  if (choice !== undefined) return choice;
  throw new HutError({
    id: 'option',
    message: `--${flag} cannot be "${String(word)}"`,
    hint: `${didYouMean(String(word), choices)}Choices: ${choices.join(', ')}`,
  });
}

/** The manner of two generators in one run: what one of them forbids is not done. */
export function joinManners(one: Manner, other: Manner): Manner {
  return {
    yes: one.yes || other.yes,
    dryRun: one.dryRun ?? other.dryRun,
    onConflict: one.onConflict ?? other.onConflict,
    verify: stricter(one.verify, other.verify),
    install: one.install && other.install,
    git: one.git && other.git,
    verbose: one.verbose || other.verbose,
    quiet: one.quiet && other.quiet,
  };
}

function stricter(one: CheckLevel | null, other: CheckLevel | null): CheckLevel | null {
  return checkLevels.findLast((level) => level === one || level === other) ?? null;
}

/** The manner with what the person told the generator that was started, when that was somebody else's. */
export function inEnvironment(manner: Manner, { conflicterOptions = {} }: Environment): Manner {
  const { dryRun, force, bail } = conflicterOptions;
  return {
    ...manner,
    dryRun: manner.dryRun ?? (dryRun ? 'files' : null),
    onConflict: manner.onConflict ?? (bail ? 'stop' : force ? 'next' : null),
  };
}

/** Whether somebody is there and did not say that nothing shall be asked. */
export function isAsking({ yes }: Manner, env: Environment): boolean {
  return !yes && isAttended(env);
}
