import { recover } from '@hut/commit';
import {
  askConflictBy,
  diskWorkspace,
  planRun,
  run,
  type ConflictPolicy,
  type Plan,
  type Report,
} from '@hut/kit';
import type { GlobalOptions } from './global-options.ts';
import type { Shell } from './shell.ts';
import { confirmBy, prompt } from './terminal.ts';

interface Execution {
  readonly shell: Shell;
  readonly options: GlobalOptions;
  readonly root: string;
  /** The command as typed, for the record. */
  readonly command: string;
  /** hut.yaml as the command leaves it, from the one on disk. */
  readonly amend: (existing: string | null) => string;
  /** Called between planning and writing. */
  readonly check?: (plan: Plan) => void;
}

/** What one command did. */
export interface Executed {
  readonly report: Report;
  readonly plan: Plan;
}

/** Recovers, plans, asks where somebody is there, and writes: the one path of every command that changes a project. */
export async function execute({
  shell,
  options,
  root,
  command,
  amend,
  check,
}: Execution): Promise<Executed> {
  recover(root);
  const workspace = diskWorkspace(root);
  const before = readHutYaml(workspace.read('hut.yaml')?.text);
  const plan = planRun({ ...shell, workspace, hutYaml: { before, after: amend(before) } });
  check?.(plan);
  const asks = isAsking(shell, options);
  const report = await run({
    plan,
    command,
    policy: toPolicy(options, asks),
    ask: asks ? askConflictBy(prompt, (text) => void shell.stderr.write(`${text}\n`)) : null,
    dryRun: isDryRun(options),
    ...(asks && before !== null && { confirm: confirmBy(shell) }),
  });
  return { report, plan };
}

/** Whether a person is there and did not say that nothing shall be asked. */
export function isAsking(
  { terminal }: Shell,
  { yes, acceptDefaults, json }: GlobalOptions,
): boolean {
  return terminal && !yes && !acceptDefaults && !json;
}

/** Whether the command shows and writes nothing. */
export function isDryRun({ dryRun, check }: GlobalOptions): boolean {
  return dryRun !== undefined || check === true;
}

function toPolicy({ onConflict }: GlobalOptions, asks: boolean): ConflictPolicy {
  if (onConflict === undefined || onConflict === 'ask') return asks ? 'ask' : 'stop';
  return onConflict;
}

function readHutYaml(text: unknown): string | null {
  return typeof text === 'string' ? text : null;
}
