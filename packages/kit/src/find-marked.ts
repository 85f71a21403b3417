import { hasConflictMarkers } from '@hut/reconcile';
import { listBase } from './base-tree.ts';
import type { Workspace } from './workspace.ts';

/** The files that were rendered last and hold conflict markers now: what a merge of git left, whatever hut.yaml says. */
export function findMarked(workspace: Workspace): readonly string[] {
  return listBase(workspace).filter((path) => {
    const text = workspace.read(path)?.text;
    return typeof text === 'string' && hasConflictMarkers(text);
  });
}
