import { HutError } from '@hut/errors';
import type { Lookup } from '../lookup.ts';
import { makeOnce } from '../make-once.ts';
import type { ProjectState } from '../project-state.ts';
import { toRenames } from '../renames.ts';

/** Whether a run would make something once, or would refuse to: it says why. Nothing is made. */
export function isMakeDue({ workspace, blueprint }: ProjectState, lookup: Lookup): boolean {
  try {
    const renames = toRenames(blueprint);
    return makeOnce({ workspace, lookup, blueprint, renames }).files.length > 0;
  } catch (error) {
    if (error instanceof HutError) return true;
    throw error;
  }
}
