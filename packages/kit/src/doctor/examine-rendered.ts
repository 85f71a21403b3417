import { hasConflictMarkers } from '@hut/reconcile';
import { basePathOf } from '../base-tree.ts';
import { isSyncDue, listFiles } from '../inspect/list-files.ts';
import type { ProjectState } from '../project-state.ts';
import { well, wrong, type Finding } from './finding.ts';

const sync = 'hut sync';

/** The rendered files and their base: whether a run would find what it needs, and what it would do. */
export function examineRendered(state: ProjectState): readonly Finding[] {
  return [examineBase(state), examineMarkers(state), examineDue(state)];
}

function examineBase(state: ProjectState): Finding {
  const damaged = [...state.next.keys()].filter((path) => isBaseDamaged(state, path));
  if (damaged.length === 0) return well('base', '.hut/base', 'complete');
  const what = `is missing or has conflict markers for ${named(damaged)}`;
  return wrong('base', { where: '.hut/base', what, fix: sync });
}

/** A file that is not on disk needs none: it is new, or was deleted. */
function isBaseDamaged({ workspace, blueprint, readMine }: ProjectState, path: string): boolean {
  if (blueprint.own.includes(path) || readMine(path) === null) return false;
  const base = workspace.read(basePathOf(path))?.text;
  return typeof base !== 'string' || hasConflictMarkers(base);
}

function examineMarkers(state: ProjectState): Finding {
  const marked = listFiles(state).filter((file) => file.state === 'conflicted');
  if (marked.length === 0) return well('markers', 'rendered files', 'no conflict markers');
  const paths = marked.map(({ path }) => path);
  return wrong('markers', {
    where: paths[0]!,
    what: `conflict markers stand in ${named(paths)}`,
    fix: 'Decide what each marked place should say, remove the markers, then: hut sync',
  });
}

function examineDue(state: ProjectState): Finding {
  if (!isSyncDue(state)) return well('sync', 'hut.yaml', 'all of it is rendered');
  return wrong('sync', { where: 'hut.yaml', what: 'asks for more than is rendered', fix: sync });
}

function named(paths: readonly string[]): string {
  const rest = paths.length - 3;
  return `${paths.slice(0, 3).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
