import { inFormOf } from '@hut/reconcile';
import type { ProjectState } from '../project-state.ts';
import { showDiff } from '../show-diff.ts';
import { listFiles, type ListedFile } from './list-files.ts';

/** What the user made of one rendered file. */
export interface ListedEdit extends ListedFile {
  /** Unified diff from what hut rendered to what stands there. */
  readonly diff: string;
}

/** What the user changed against what hut rendered, of the files below some path; `''` is the whole project. */
export function listEdits(project: ProjectState, below: string): readonly ListedEdit[] {
  return listFiles(project)
    .filter(({ path, state }) => state !== 'pristine' && isBelow(path, below))
    .map((file) => ({ ...file, diff: diffOf(project, file.path) }))
    .filter(({ diff }) => diff !== '');
}

/** Whether a path is another one or below it. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

function diffOf({ base, next, readMine }: ProjectState, path: string): string {
  const mine = readMine(path);
  const rendered = base.get(path) ?? next.get(path)!;
  if (mine === null) return showDiff(path, rendered, null);
  // As a patch says it: a line that patch tools skip.
  if (typeof mine !== 'string') return `# ${path}: ${mine.unreadable}\n`;
  return showDiff(path, rendered, inFormOf(rendered, mine));
}
