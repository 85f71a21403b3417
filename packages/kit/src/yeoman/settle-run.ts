import { join } from 'node:path';
import { askConflictBy } from '../ask-conflict.ts';
import type { Plan } from '../plan-run.ts';
import { settle, type Answer, type ConflictPolicy } from '../settle.ts';
import { textAfter } from '../to-file-writes.ts';
import { isAsking, type Manner } from './manner.ts';
import { promptBy } from './prompt-by.ts';
import { say } from './say.ts';
import { putShared } from './shared-files.ts';
import type { SharedRun } from './shared-run.ts';

/**
 * Decides our conflicts, by asking or as the flags say, and puts what was decided among the shared files.
 * Throws HutError `conflict` where nobody is there to ask.
 */
export async function settleRun(
  { env }: SharedRun,
  plan: Plan,
  manner: Manner,
): Promise<ReadonlyMap<string, Answer>> {
  const asking = isAsking(manner, env);
  const ask = asking ? askConflictBy(promptBy(env), (text) => say(env, text)) : null;
  const settled = await settle(plan.changes, toPolicy(manner, asking), ask);
  for (const one of settled.filter(({ answer }) => answer !== null)) {
    const text = textAfter(one);
    if (text !== undefined) putShared(env, join(plan.workspace.root, one.change.path), text);
  }
  return new Map(settled.flatMap(({ change, answer }) => (answer ? [[change.path, answer]] : [])));
}

function toPolicy({ onConflict }: Manner, asking: boolean): ConflictPolicy {
  if (onConflict === null || onConflict === 'ask') return asking ? 'ask' : 'stop';
  return onConflict;
}
