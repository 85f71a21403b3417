import { hasConflictMarkers } from '@hut/reconcile';
import type { Workspace } from './workspace.ts';

const folder = '.hut/base';

/** Files that git obeys wherever they stand: the base keeps them under another name. */
const obeyedByGit = /(^|\/)\.git(ignore|attributes)$/;

/** Where the base of a rendered path is stored. */
export function basePathOf(path: string): string {
  return `${folder}/${path}${obeyedByGit.test(path) ? '.base' : ''}`;
}

/**
 * What was rendered last, path -> text, as stored in the project.
 * A file that is unreadable or holds git's conflict markers is left out: a damaged base is no base.
 */
export function readBase(workspace: Workspace): ReadonlyMap<string, string> {
  const base = new Map<string, string>();
  for (const stored of workspace.list(folder)) {
    const text = workspace.read(stored)?.text;
    const path = renderedPathOf(stored);
    // hut.yaml stands there too, as it was rendered last, but it is written by its owner.
    const isRendered = path !== 'hut.yaml' && typeof text === 'string' && !hasConflictMarkers(text);
    if (isRendered) base.set(path, text);
  }
  return base;
}

/** Paths of the base as they are rendered, also of what is damaged there. */
export function listBase(workspace: Workspace): readonly string[] {
  return workspace
    .list(folder)
    .map(renderedPathOf)
    .filter((path) => path !== 'hut.yaml');
}

function renderedPathOf(stored: string): string {
  const path = stored.slice(folder.length + 1);
  const renamed = path.replace(/\.base$/, '');
  return obeyedByGit.test(renamed) ? renamed : path;
}
