import { Command } from 'commander';
import { run, summarise, toPlannedRun, upgradeBlueprint, type Plan } from '@hut/kit';
import { isAsking } from './carry-out.ts';
import { execute } from './execute.ts';
import { finishGrowth } from './finish-growth.ts';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { isDryRun } from './is-dry-run.ts';
import { openProject } from './open-project.ts';
import type { Shell } from './shell.ts';

const door = 'hut upgrade';

/** `hut upgrade`: the project as this version of hut renders it, merged with what the user made of it. */
export function upgradeCommand(shell: Shell, exit: (code: number) => void): Command {
  const command = new Command('upgrade').description(
    'render the project with this version of hut, and merge',
  );
  return withGlobalOptions(command).action(async (options: GlobalOptions) =>
    exit(await upgradeProject(shell, options)),
  );
}

async function upgradeProject(outside: Shell, options: GlobalOptions): Promise<number> {
  const { shell, root, workspace } = openProject(outside, options);
  const executed = await execute({
    shell,
    options,
    root,
    workspace,
    command: door,
    amend: (existing) => upgradeBlueprint(existing!, shell),
    check: (plan) => showBeforeConflicts(plan, shell, options),
  });
  return finishGrowth({ shell, options, executed, repeat: null });
}

/** An upgrade may ask much: a person sees all that it would do before the first question. */
async function showBeforeConflicts(
  plan: Plan,
  shell: Shell,
  options: GlobalOptions,
): Promise<void> {
  const asks = isAsking(shell, options) && !isDryRun(options);
  if (!asks || plan.changes.every(({ action }) => action !== 'conflict')) return;
  const planned = { plan: toPlannedRun(plan), command: door, dryRun: true, yes: false };
  const report = await run({ ...planned, policy: 'stop', ask: null });
  shell.stderr.write(`${summarise(report)}\n`);
}
