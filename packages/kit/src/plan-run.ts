import { HutError } from '@hut/errors';
import { spliceBlueprint, toHintSplices, type Blueprint } from '@hut/blueprint';
import { hasConflictMarkers, reconcile, type Change } from '@hut/reconcile';
import type { Assembled, Tree } from '@hut/render';
import { blameBase } from './blame-base.ts';
import { dropEmptied } from './drop-emptied.ts';
import { findLeftovers, type Leftover } from './find-leftovers.ts';
import type { Lookup } from './lookup.ts';
import { makeOnce, type MadeOnce } from './make-once.ts';
import { markersError } from './markers-error.ts';
import { readState } from './project-state.ts';
import { toRenames, toWordPairs, type Renames } from './renames.ts';
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
  readonly made: MadeOnce;
  readonly renames: Renames;
  /** Where the user's own lines still say a name that the command changes. */
  readonly leftovers: readonly Leftover[];
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
 *     the user's files --------------+-> what is made once
 *
 * Throws HutError for a hut.yaml that is wrong or another version's, and for files with conflict markers.
 */
export function planRun(input: PlanInput): Plan {
  const { workspace, lookup, hutYaml } = input;
  const state = readState(input);
  const { blueprint, tree, assembled, base, next, readMine } = state;
  refuseMarkers(next, readMine);
  refuseUselessOwn(blueprint.own, next);
  const renames = toRenames(blueprint);
  const reconciled = reconcile(base, next, readMine, {
    own: blueprint.own,
    moves: toMoves(tree, base),
    words: toWordPairs(renames),
  });
  const changes = blameBase(reconciled, workspace);
  const made = makeOnce({ workspace, lookup, blueprint, renames });
  const leftovers = findLeftovers({ renames, workspace, changes, next });
  const unhinted = spliceBlueprint(hutYaml.after, toHintSplices(hutYaml.after));
  const after = dropEmptied(unhinted, hutYaml.after, blueprint.entities);
  const settledYaml = { ...hutYaml, after };
  return {
    workspace,
    blueprint,
    hutYaml: settledYaml,
    tree,
    assembled,
    base,
    changes,
    made,
    renames,
    leftovers,
  };
}

/** A file was rendered last at the first of those paths that the base has. */
function toMoves(tree: Tree, base: Plan['base']): ReadonlyMap<string, string> {
  return new Map(
    [...tree].flatMap(([path, { movedFrom = [] }]) => {
      const from = movedFrom.find((one) => base.has(one));
      return from === undefined ? [] : [[path, from] as const];
    }),
  );
}

/** A folder or another spelling under `own:` protects nothing, and its owner believes that it does. */
function refuseUselessOwn(own: readonly string[], next: ReadonlyMap<string, string>): void {
  for (const path of own.filter((one) => !next.has(one))) {
    const [folder, spelling] = [`${path.replace(/\/+$/, '')}/`, path.toLowerCase()];
    const meant = [...next.keys()].filter(
      (one) => one.startsWith(folder) || one.toLowerCase() === spelling,
    );
    if (meant.length > 0) throw uselessOwn(path, meant);
  }
}

function uselessOwn(path: string, meant: readonly string[]): HutError {
  return new HutError({
    id: 'own',
    message: `hut.yaml: own: ${path} names no file that is rendered`,
    hint: `List files as they are spelled: ${meant.slice(0, 3).join(', ')}${meant.length > 3 ? ', ...' : ''}`,
  });
}

function refuseMarkers(
  next: ReadonlyMap<string, string>,
  readMine: (path: string) => unknown,
): void {
  const marked = [...next.keys()].filter((path) => {
    const mine = readMine(path);
    return typeof mine === 'string' && hasConflictMarkers(mine);
  });
  if (marked.length > 0) throw markersError(marked);
}
