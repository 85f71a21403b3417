import { hasConflictMarkers, type Change } from '@hut/reconcile';
import { basePathOf } from './base-tree.ts';
import type { Workspace } from './workspace.ts';

/** The changes, where a conflict whose base git left with markers says so: the file itself is not to blame. */
export function blameBase(changes: readonly Change[], workspace: Workspace): readonly Change[] {
  return changes.map((change) => {
    if (change.action !== 'conflict' || change.base !== null) return change;
    const stored = basePathOf(change.path);
    const text = workspace.read(stored)?.text;
    if (typeof text !== 'string' || !hasConflictMarkers(text)) return change;
    const reason = `git left conflict markers in ${stored}: take the side there that you took here`;
    return { ...change, reason };
  });
}
