import { readRuns } from '@hut/commit';
import { hasConflictMarkers } from '@hut/reconcile';
import { basePathOf, listBase } from './base-tree.ts';
import type { Workspace } from './workspace.ts';

interface Surroundings {
  readonly workspace: Workspace;
  readonly hutYaml: { readonly before: string | null };
  /** What a text of hut.yaml renders; throws for one that is wrong or another version's. */
  readonly rendered: (text: string) => ReadonlyMap<string, string>;
}

/**
 * The base, with what is missing or damaged in it rendered again. Only a file that stands on disk needs
 * one: the others are new. One that is no longer rendered needs it, too: without, it would stay as if it were the user's. Where it is not known what was rendered last, a file keeps its place in the base
 * only if it says exactly what hut.yaml renders; any other has no base, so that it meets the rules as a conflict.
 */
export function completeBase(
  stored: ReadonlyMap<string, string>,
  next: ReadonlyMap<string, string>,
  { workspace, hutYaml, rendered }: Surroundings,
): ReadonlyMap<string, string> {
  const isMissing = (path: string): boolean => !stored.has(path) && workspace.read(path) !== null;
  const isWhole = ![...next.keys(), ...listBase(workspace)].some(isMissing);
  if (isWhole || hutYaml.before === null) return stored;
  const last = findRenderedLast(workspace);
  const known = last === null ? null : renderOrNull(last, rendered);
  const rebuilt = known ?? renderOrNull(hutYaml.before, rendered);
  if (rebuilt === null) return stored;
  const isSure = (path: string): boolean =>
    known !== null || rebuilt.get(path) === workspace.read(path)?.text;
  const found = [...rebuilt].filter(([path]) => isMissing(path) && isSure(path));
  return new Map([...stored, ...found]);
}

/** hut.yaml as it was rendered last: its own base, or the one on disk when the last run left it so. */
function findRenderedLast(workspace: Workspace): string | null {
  const kept = workspace.read(basePathOf('hut.yaml'))?.text;
  if (typeof kept === 'string' && !hasConflictMarkers(kept)) return kept;
  const found = workspace.read('hut.yaml');
  const recorded = readRuns(workspace.root)
    .flatMap(({ files }) => files)
    .find(({ path }) => path === 'hut.yaml');
  return typeof found?.text === 'string' && found.sha === recorded?.after ? found.text : null;
}

/** A text that cannot be rendered, because it is wrong or of a version that is not here, says nothing. */
function renderOrNull(
  text: string,
  rendered: Surroundings['rendered'],
): ReadonlyMap<string, string> | null {
  try {
    return rendered(text);
  } catch {
    return null;
  }
}
