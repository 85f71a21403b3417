import type { Blueprint } from '@hut/blueprint';
import { findActive, type Lookup } from './lookup.ts';
import type { Made, MakeContext } from './make.ts';
import { readProject } from './read-project.ts';
import type { Renames } from './renames.ts';
import type { Workspace } from './workspace.ts';

/** What all generators make once in one run. */
export type MadeOnce = Made;

interface Making {
  readonly workspace: Workspace;
  readonly lookup: Lookup;
  readonly blueprint: Blueprint;
  readonly renames: Renames;
}

/** Lets each active generator make what it makes once. Throws what they throw. */
export function makeOnce({ workspace, lookup, blueprint, renames }: Making): MadeOnce {
  // Onto the reader itself: a copy would read the records where nobody makes anything.
  const context: MakeContext = Object.assign(readProject(workspace), {
    blueprint,
    entities: blueprint.entities,
    renames,
  });
  const made = findActive(lookup, blueprint).flatMap(({ definition }) =>
    definition.make === undefined ? [] : [definition.make(context)],
  );
  return {
    files: made.flatMap((one) => one.files),
    destructive: made.flatMap((one) => one.destructive),
    risks: made.flatMap((one) => one.risks),
    notes: made.flatMap((one) => one.notes),
    next: made.flatMap((one) => one.next),
  };
}
