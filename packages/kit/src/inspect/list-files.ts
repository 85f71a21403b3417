import { hasConflictMarkers, isSameText } from '@hut/reconcile';
import type { ProjectState } from '../project-state.ts';

/** What a person made of a rendered file. */
export type FileState = 'pristine' | 'edited' | 'deleted' | 'conflicted' | 'owned';

/** One rendered file. */
export interface ListedFile {
  readonly path: string;
  readonly state: FileState;
}

/** The files that were rendered last, sorted by path, each with what became of it on disk. */
export function listFiles(project: ProjectState): readonly ListedFile[] {
  const { base, next, readMine } = project;
  const unknown = [...next.keys()].filter((path) => !base.has(path) && readMine(path) !== null);
  return [...base.keys(), ...unknown]
    .sort()
    .map((path) => ({ path, state: stateOf(project, path) }));
}

/** Paths of all that was rendered last, or is rendered now, sorted. */
export function listRendered({ base, next }: ProjectState): readonly string[] {
  return [...new Set([...base.keys(), ...next.keys()])].sort();
}

/** Whether hut.yaml asks for other files than those that were rendered last. */
export function isSyncDue(project: ProjectState): boolean {
  const { base, next, blueprint } = project;
  return listRendered(project).some(
    (path) => base.get(path) !== next.get(path) && !blueprint.own.includes(path),
  );
}

function stateOf({ base, next, readMine, blueprint }: ProjectState, path: string): FileState {
  if (blueprint.own.includes(path)) return 'owned';
  const mine = readMine(path);
  if (mine === null) return 'deleted';
  if (typeof mine !== 'string') return 'edited';
  if (hasConflictMarkers(mine)) return 'conflicted';
  // Without a base it is not known what was rendered last: only what is rendered now is ours for sure.
  return isSameText(mine, base.get(path) ?? next.get(path)!) ? 'pristine' : 'edited';
}
