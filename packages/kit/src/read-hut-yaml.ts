import { hasConflictMarkers } from '@hut/reconcile';
import { findMarked } from './find-marked.ts';
import { markersError } from './markers-error.ts';
import { unreadableError } from './unreadable-error.ts';
import type { Workspace } from './workspace.ts';

/**
 * The text of a project's hut.yaml, or null in a new project.
 * Throws HutError `unreadable` when it is no text, `markers` (exit code 2) when a merge of git left it half done.
 */
export function readHutYaml(workspace: Workspace): string | null {
  const text = workspace.read('hut.yaml')?.text ?? null;
  if (text === null) return null;
  if (typeof text !== 'string') throw unreadableError('hut.yaml', text);
  if (hasConflictMarkers(text)) throw markersError(['hut.yaml', ...findMarked(workspace)]);
  return text;
}
