import {
  askConflictBy,
  confirmRunBy,
  diskWorkspace,
  planRun,
  toPlannedRun,
  readHutYaml,
  run,
  type ConflictPolicy,
  type Plan,
  type Report,
  type Workspace,
} from '@hut/kit';
import type { GlobalOptions } from './global-options.ts';
import type { Shell } from './shell.ts';
import { isDryRun } from './is-dry-run.ts';
import { prompt } from './terminal.ts';

interface Execution {
  readonly shell: Shell;
  readonly options: GlobalOptions;
  readonly root: string;
  /** The project as it was read already; read here when it is new. */
  readonly workspace?: Workspace;
  /** The command as typed, for the record. */
  readonly command: string;
  /** hut.yaml as the command leaves it, from the one on disk. */
  readonly amend: (existing: string | null) => string;
  /** Called, and waited for, between planning and writing. */
  readonly check?: (plan: Plan) => unknown;
}

/** What one command did. */
export interface Executed {
  readonly report: Report;
  /** Whether the person has seen its summary, because it was asked whether to write. */
  readonly shown: boolean;
}

/** Plans, asks where somebody is there, and writes: the one path of every command that changes a project. */
export async function execute({
  shell,
  options,
  root,
  workspace = diskWorkspace(root),
  command,
  amend,
  check,
}: Execution): Promise<Executed> {
  const before = readHutYaml(workspace);
  const plan = planRun({ ...shell, workspace, hutYaml: { before, after: amend(before) } });
  await check?.(plan);
  const asks = isAsking(shell, options);
  const print = (text: string): void => void shell.stderr.write(`${text}\n`);
  const confirms = asks && before !== null && !isDryRun(options);
  const report = await run({
    plan: toPlannedRun(plan),
    command,
    policy: toPolicy(options, asks),
    ask: asks ? askConflictBy(prompt, print) : null,
    dryRun: isDryRun(options),
    yes: options.yes === true || options.acceptDefaults === true,
    ...(confirms && { confirm: confirmRunBy(prompt, print) }),
  });
  return { report, shown: confirms && report.changes.length > 0 };
}

/** Whether a person is there and did not say that nothing shall be asked. */
export function isAsking(
  { terminal }: Shell,
  { yes, acceptDefaults, json }: GlobalOptions,
): boolean {
  return terminal && !yes && !acceptDefaults && !json;
}

function toPolicy({ onConflict }: GlobalOptions, asks: boolean): ConflictPolicy {
  if (onConflict === undefined || onConflict === 'ask') return asks ? 'ask' : 'stop';
  return onConflict;
}
