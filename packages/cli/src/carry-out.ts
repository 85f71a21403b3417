import {
  askConflictBy,
  confirmRunBy,
  run,
  type ConflictPolicy,
  type PlannedRun,
  type Report,
} from '@hut/kit';
import type { GlobalOptions } from './global-options.ts';
import { isDryRun } from './is-dry-run.ts';
import { progressTo } from './progress.ts';
import type { Shell } from './shell.ts';
import { tellBy } from './tell-by.ts';

interface Carrying {
  readonly shell: Shell;
  readonly options: GlobalOptions;
  /** The command as typed, for the record. */
  readonly command: string;
  readonly plan: PlannedRun;
  /** Whether there was no project before. */
  readonly isNew: boolean;
}

/** What one command did. */
export interface Executed {
  readonly report: Report;
  /** Whether the person has seen its summary, because it was asked whether to write. */
  readonly shown: boolean;
}

/** Asks where somebody is there, and writes: the one path of every command that changes a project. Throws HutError. */
export async function carryOut({
  shell,
  options,
  command,
  plan,
  isNew,
}: Carrying): Promise<Executed> {
  const asks = isAsking(shell, options);
  const print = tellBy(shell);
  const confirms = asks && !isNew && !isDryRun(options);
  const progress = progressTo(shell, options);
  const { verify } = options;
  const report = await run({
    plan,
    command,
    policy: toPolicy(options, asks),
    ask: asks ? askConflictBy(shell.prompt, print) : null,
    dryRun: isDryRun(options),
    yes: options.yes === true || options.acceptDefaults === true || shell.gate !== undefined,
    verification: verify === undefined ? null : { level: verify, tell: progress.tell },
    check: (planned) => shell.gate?.(planned, options),
    ...(confirms && { confirm: confirmRunBy(shell.prompt, print) }),
  }).finally(progress.end);
  return { report, shown: confirms && report.changes.length > 0 };
}

/** Whether a person is there and did not say that nothing shall be asked. */
export function isAsking(
  { terminal, gate }: Shell,
  { yes, acceptDefaults, json }: GlobalOptions,
): boolean {
  return terminal && gate === undefined && !yes && !acceptDefaults && !json;
}

function toPolicy({ onConflict }: GlobalOptions, asks: boolean): ConflictPolicy {
  if (onConflict === undefined || onConflict === 'ask') return asks ? 'ask' : 'stop';
  return onConflict;
}
