import { fileKind, type Contributed } from '@hut/render';
import type { Lookup } from '../lookup.ts';
import type { ProjectState } from '../project-state.ts';
import { renderFile, toContributed } from '../render-project.ts';
import type { IsGone } from './why.ts';

interface Looking {
  readonly project: ProjectState;
  readonly lookup: Lookup;
  readonly path: string;
  readonly isGone: IsGone;
}

/** The contributions without which a line would not be there, in words: `app: setting "debug"`. */
export function findContributing(looking: Looking): readonly string[] {
  const { project, lookup } = looking;
  const all = toContributed(project.blueprint, lookup);
  return all
    .filter(({ contribution }) => contribution.kind !== fileKind)
    .filter((one) => isMaking(looking, all, one))
    .map(({ from, contribution: { kind, item } }) => `${from}: ${kind.id} "${kind.key(item)}"`);
}

function isMaking(
  { path, isGone }: Looking,
  all: readonly Contributed[],
  one: Contributed,
): boolean {
  const without = all.filter((other) => other !== one);
  try {
    return isGone(renderFile(without, path));
  } catch {
    // What can't be rendered without it says nothing about the line.
    return false;
  }
}
