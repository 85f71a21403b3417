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
 * The base, with what is missing or damaged in it rendered again. Only a file that stands on disk needs one: the
 * others are new. One that is no longer rendered needs it, too: without, it would stay as if it were the user's.
 * Where it is not known what was rendered last, a file keeps its place in the base only if it says exactly what
 * hut.yaml renders; any other has no base, so that it meets the rules as a conflict.
 */
export function completeBase(
  stored: ReadonlyMap<string, string>,
  next: ReadonlyMap<string, string>,
  { workspace, hutYaml, rendered }: Surroundings,
): ReadonlyMap<string, string> {
  const isMissing = (path: string): boolean => !stored.has(path) && workspace.read(path) !== null;
  const isWhole = ![...next.keys(), ...listBase(workspace)].some(isMissing);
  const doubtful = [...stored].filter(([path, text]) => {
    const mine = workspace.read(path)?.text;
    return typeof mine === 'string' && mayBeCutShort(text, mine, next.get(path));
  });
  if ((isWhole && doubtful.length === 0) || hutYaml.before === null) return stored;
  const last = findRenderedLast(workspace);
  const known = last === null ? null : renderOrNull(last, rendered);
  const rebuilt = known ?? renderOrNull(hutYaml.before, rendered);
  if (rebuilt === null) return stored;
  const isSure = (path: string): boolean =>
    known !== null || rebuilt.get(path) === workspace.read(path)?.text;
  const found = [...rebuilt].filter(([path]) => isMissing(path) && isSure(path));
  // What was rendered instead is not certain: branches that were merged may have left another tree than their hut.yaml.
  const cut = doubtful.filter(([path, text]) => isLonger(rebuilt.get(path), text));
  const whole = [...stored].filter((entry) => !cut.some(([path]) => path === entry[0]));
  return new Map([...whole, ...found]);
}

/**
 * A base that stops where the other texts go on may have lost its end: what the user took out there would come back.
 * Nothing is asked of a file that has nothing to merge.
 */
function mayBeCutShort(base: string, mine: string, next: string | undefined): boolean {
  if (next === undefined || mine === base || next === base || mine === next) return false;
  const lines = base.slice(0, base.lastIndexOf('\n') + 1);
  return mine.startsWith(lines) || next.startsWith(lines);
}

function isLonger(rebuilt: string | undefined, base: string): boolean {
  return rebuilt !== undefined && rebuilt !== base && rebuilt.startsWith(base);
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
