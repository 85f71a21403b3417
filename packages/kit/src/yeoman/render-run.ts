import { basename, join } from 'node:path';
import type { Change, Keep } from '@hut/reconcile';
import { draftBlueprint } from '../draft-blueprint.ts';
import { planRun, type Plan } from '../plan-run.ts';
import { readHutYaml } from '../read-hut-yaml.ts';
import { diskWorkspace } from '../workspace.ts';
import { putShared, sharedWorkspace } from './shared-files.ts';
import type { Project, RenderedRun, SharedRun } from './shared-run.ts';

/** Renders into the shared files, if the blueprint is another one than when this run rendered last. */
export function renderWhenDirty(run: SharedRun, project: Project): void {
  if (run.rendered?.hutYaml !== draftOf(run, project)) renderRun(run, project);
}

/**
 * Renders into the shared files: what is certain is put there, so that other generators read and edit it;
 * conflicts stay as they are, for the commit to ask about.
 */
export function renderRun(run: SharedRun, project: Project): Plan {
  const { env, lookup, version, rendered } = run;
  const workspace = sharedWorkspace(env, project.root);
  const before = readHutYaml(diskWorkspace(project.root));
  const plan = planRun({
    workspace,
    lookup,
    version,
    hutYaml: { before, after: draftOf(run, project) },
    ...(rendered && { base: rendered.base }),
  });
  for (const change of plan.changes) putChange(run, project, change);
  run.rendered = toRendered(plan, rendered);
  return plan;
}

/** hut.yaml as the run leaves it. What another generator made of it in this run counts as the user's. Throws HutError. */
export function draftOf(run: SharedRun, { root, from }: Project): string {
  const { env, lookup, version, amendments } = run;
  const existing = readHutYaml(sharedWorkspace(env, root));
  return draftBlueprint({ existing, from, name: basename(root), lookup, version, amendments });
}

function putChange({ env }: SharedRun, { root }: Project, change: Change): void {
  if (change.movedFrom !== undefined) putShared(env, join(root, change.movedFrom), null);
  if (change.action === 'keep' || change.action === 'conflict') return;
  putShared(env, join(root, change.path), change.action === 'delete' ? null : change.text);
}

function toRendered(plan: Plan, before: RenderedRun | null): RenderedRun {
  return {
    hutYaml: plan.hutYaml.after,
    base: nextBase(plan),
    stored: before?.stored ?? plan.base,
    notes: new Map([...(before?.notes ?? []), ...toNotes(plan.changes)]),
  };
}

/** What is rendered now is what the next rendering merges from, except where it did not reach the file. */
function nextBase({ changes, tree, base, blueprint }: Plan): ReadonlyMap<string, string> {
  const conflicts = changes.filter(({ action }) => action === 'conflict').map(({ path }) => path);
  const held = new Set([...conflicts, ...blueprint.own]);
  return new Map([
    ...[...base].filter(([path]) => held.has(path)),
    ...[...tree].flatMap(([path, { text }]) => (held.has(path) ? [] : [[path, text] as const])),
  ]);
}

function toNotes(changes: readonly Change[]): readonly (readonly [string, Keep])[] {
  return changes.flatMap((change) =>
    change.action === 'keep' && change.note ? [[change.path, change] as const] : [],
  );
}
