import type { FileWrite } from '@hut/commit';
import { HutError } from '@hut/errors';
import type { Lookup } from '../lookup.ts';
import { makeOnce } from '../make-once.ts';
import type { Made } from '../make.ts';
import { writtenVersion } from '../other-version.ts';
import { readBlueprint } from '../read-blueprint.ts';
import { readProject } from '../read-project.ts';
import { notesOf } from '../run-record-notes.ts';
import { toMadeWrites } from '../to-file-writes.ts';
import { hutYamlAfter } from './hut-yaml-after.ts';
import { madeIn } from './made-in.ts';
import { reversed } from './reverse-merge.ts';
import type { Undoing } from './undoing.ts';

/** What becomes of the files that a run made once. */
export interface MadeAgainst extends Pick<Made, 'destructive' | 'risks' | 'notes' | 'next'> {
  /** Files of the run that stay: somebody relies on them. */
  readonly kept: readonly string[];
  /** What is made once to take back what they do. */
  readonly writes: readonly FileWrite[];
}

interface Generators {
  readonly lookup: Lookup;
  readonly version: string;
}

const nothing: MadeAgainst = {
  kept: [],
  writes: [],
  destructive: [],
  risks: [],
  notes: [],
  next: [],
};

/**
 * Files made once go with their run while nobody relies on them. Else they stay, and the generators make what takes
 * them back. Throws HutError `in-use` where they can't.
 */
export function madeAgainst(undoing: Undoing, generators: Generators): MadeAgainst {
  const { workspace, run } = undoing;
  const made = madeIn(undoing);
  const used = made.find(({ path }) => isUsed(path, undoing, generators));
  if (used === undefined) return nothing;
  const text = hutYamlAfter(undoing);
  // Only the version that renders what was before can make what leads back to it.
  const isLast = text === null || writtenVersion(text) !== generators.version;
  if (isLast) throw inUse(undoing, used.path);
  const blueprint = readBlueprint(text, generators);
  const renames = reversed(notesOf(run).renames);
  const once = makeOnce({ workspace, lookup: generators.lookup, blueprint, renames });
  const kept = made.flatMap(({ path, record }) => [path, record]);
  return { ...once, kept, writes: toMadeWrites(workspace, once) };
}

function isUsed(path: string, { workspace }: Undoing, { lookup }: Generators): boolean {
  const project = readProject(workspace);
  return lookup.some(({ definition }) => definition.isUsed?.(path, project) ?? false);
}

function inUse({ run }: Undoing, path: string): HutError {
  return new HutError({
    id: 'in-use',
    message: `"${run.command}" cannot be taken back: ${path} is in use`,
    hint: 'Take it back where it is applied, then run hut undo again.',
  });
}
