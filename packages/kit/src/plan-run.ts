import { HutError } from '@hut/errors';
import type { Blueprint } from '@hut/blueprint';
import { hasConflictMarkers, reconcile, type Change } from '@hut/reconcile';
import type { Assembled, Tree } from '@hut/render';
import { readBase } from './base-tree.ts';
import type { Lookup } from './lookup.ts';
import { readBlueprint } from './read-blueprint.ts';
import { renderProject } from './render-project.ts';
import type { Workspace } from './workspace.ts';

/** Everything that one command would do to a project, decided or not. */
export interface Plan {
  readonly workspace: Workspace;
  readonly blueprint: Blueprint;
  /** Text of hut.yaml on disk (null in a new project) and after the command. */
  readonly hutYaml: { readonly before: string | null; readonly after: string };
  readonly tree: Tree;
  readonly assembled: Assembled;
  readonly base: ReadonlyMap<string, string>;
  readonly changes: readonly Change[];
}

interface PlanInput {
  readonly workspace: Workspace;
  readonly lookup: Lookup;
  readonly version: string;
  readonly hutYaml: Plan['hutYaml'];
  /** What was rendered last; the stored base unless this run rendered already. */
  readonly base?: ReadonlyMap<string, string>;
}

/**
 *     hut.yaml -> blueprint -> tree -+
 *     .hut/base ---------------------+-> changes
 *     the user's files --------------+
 *
 * Throws HutError for a hut.yaml that is wrong or another version's, and for files with conflict markers.
 */
export function planRun({ workspace, lookup, version, hutYaml, base: stored }: PlanInput): Plan {
  const toBlueprint = (text: string): Blueprint => readBlueprint(text, { lookup, version });
  // The text that the user sees first: its mistakes have the user's line numbers.
  if (hutYaml.before !== null) toBlueprint(hutYaml.before);
  const blueprint = toBlueprint(hutYaml.after);
  const { tree, assembled } = renderProject(blueprint, lookup);
  const next = new Map([...tree].map(([path, { text }]) => [path, text]));
  const rebuild = (): ReadonlyMap<string, string> =>
    rebuildBase(hutYaml.before, toBlueprint, lookup);
  const base = completeBase(stored ?? readBase(workspace), next, workspace, rebuild);
  const readMine = (path: string) => workspace.read(path)?.text ?? null;
  refuseMarkers(next, readMine);
  const changes = reconcile(base, next, readMine, { own: blueprint.own });
  return { workspace, blueprint, hutYaml, tree, assembled, base, changes };
}

/**
 * The base, with what is missing in it rendered again from hut.yaml as it was.
 * Only a file that stands on disk and is rendered needs one: the others are new.
 */
function completeBase(
  stored: ReadonlyMap<string, string>,
  next: ReadonlyMap<string, string>,
  workspace: Workspace,
  rebuild: () => ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const missing = [...next.keys()].filter(
    (path) => !stored.has(path) && workspace.read(path) !== null,
  );
  if (missing.length === 0) return stored;
  const rebuilt = rebuild();
  const found = missing.flatMap((path) =>
    rebuilt.has(path) ? [[path, rebuilt.get(path)!] as const] : [],
  );
  return new Map([...stored, ...found]);
}

function rebuildBase(
  before: string | null,
  toBlueprint: (text: string) => Blueprint,
  lookup: Lookup,
): ReadonlyMap<string, string> {
  if (before === null) return new Map();
  return new Map(
    [...renderProject(toBlueprint(before), lookup).tree].map(([path, { text }]) => [path, text]),
  );
}

function refuseMarkers(
  next: ReadonlyMap<string, string>,
  readMine: (path: string) => unknown,
): void {
  const marked = [...next.keys()].filter((path) => {
    const mine = readMine(path);
    return typeof mine === 'string' && hasConflictMarkers(mine);
  });
  if (marked.length === 0) return;
  throw new HutError({
    id: 'markers',
    message: `Conflict markers stand in ${marked.join(', ')}`,
    hint: 'Decide what each marked place should say, remove the markers, and run the command again.',
    exitCode: 2,
  });
}
