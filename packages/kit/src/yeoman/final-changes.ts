import type { Change } from '@hut/reconcile';
import type { Plan } from '../plan-run.ts';
import type { Answer } from '../settle.ts';
import { diskWorkspace, type FoundFile } from '../workspace.ts';
import type { RenderedRun } from './shared-run.ts';

interface Final {
  /** The last plan of the run: what is certain in it stands in the shared files. */
  readonly plan: Plan;
  readonly rendered: RenderedRun;
  readonly answers: ReadonlyMap<string, Answer>;
}

/** What a file is: on disk, and in the shared files that go there. */
interface Sides {
  readonly path: string;
  readonly disk: FoundFile | null;
  readonly shared: FoundFile | null;
}

/**
 * The changes from the disk to the shared files, after all renderings of the run and all that other generators
 * did to our files in it.
 */
export function finalChanges({ plan, rendered, answers }: Final): readonly Change[] {
  const planned = new Map(plan.changes.map((change) => [change.path, change]));
  const disk = diskWorkspace(plan.workspace.root);
  return [...new Set([...planned.keys(), ...rendered.stored.keys()])].sort().map((path) => {
    const sides = { path, disk: disk.read(path), shared: plan.workspace.read(path) };
    const change = planned.get(path);
    if (change?.action === 'conflict' && !isKeptEdit(sides, answers)) return change;
    if (!isChanged(sides)) return rendered.notes.get(path) ?? toKeep(path, change);
    return toChange(sides, rendered);
  });
}

/** A person kept the file, and another generator has edited what was kept. */
function isKeptEdit(sides: Sides, answers: ReadonlyMap<string, Answer>): boolean {
  return answers.get(sides.path) === 'mine' && isChanged(sides);
}

function isChanged({ disk, shared }: Sides): boolean {
  return isText(shared) && (disk?.text ?? null) !== (shared?.text ?? null);
}

/** What is no text came from another generator, and is written as its file. */
function isText(found: FoundFile | null): boolean {
  return found === null || typeof found.text === 'string';
}

function toKeep(path: string, change: Change | undefined): Change {
  return change?.action === 'keep' ? change : { path, action: 'keep', why: 'same', note: false };
}

function toChange({ path, disk, shared }: Sides, { stored }: RenderedRun): Change {
  if (shared === null) return { path, action: 'delete' };
  const text = shared.text as string;
  if (disk === null) return { path, action: 'create', text };
  return { path, action: disk.text === stored.get(path) ? 'update' : 'merge', text };
}
