import {
  diskWorkspace,
  planRun,
  readHutYaml,
  toPlannedRun,
  type Plan,
  type Workspace,
} from '@hut/kit';
import { carryOut, type Executed } from './carry-out.ts';
import type { GlobalOptions } from './global-options.ts';
import type { Shell } from './shell.ts';

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

/** Amends hut.yaml, plans what follows from it, and carries it out. Throws HutError. */
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
  const planned = toPlannedRun(plan);
  return carryOut({ shell, options, command, plan: planned, isNew: before === null });
}
