import type { Blueprint } from '@hut/blueprint';
import { hashBytes } from '@hut/commit';
import { findActive, type Lookup } from './lookup.ts';
import type { Made, MakeContext, TextFile } from './make.ts';
import type { Renames } from './renames.ts';
import type { Workspace } from './workspace.ts';

/** What all generators make once in one run, with the record of it. */
export type MadeOnce = Made;

interface Making {
  readonly workspace: Workspace;
  readonly lookup: Lookup;
  readonly blueprint: Blueprint;
  readonly renames: Renames;
}

/** The list of what was made once, committed: path and hash, a line each, sorted. */
const record = '.hut/made.yaml';

/** Lets each active generator make what it makes once, and records it. Throws what they throw. */
export function makeOnce({ workspace, lookup, blueprint, renames }: Making): MadeOnce {
  const context: MakeContext = {
    blueprint,
    entities: blueprint.entities,
    renames,
    read: (path) => textOf(workspace, path),
    list: (folder) => workspace.list(folder),
  };
  const made = findActive(lookup, blueprint).flatMap(({ definition }) =>
    definition.make === undefined ? [] : [definition.make(context)],
  );
  const files = made.flatMap((one) => one.files);
  return {
    files,
    state: [...made.flatMap((one) => one.state), ...toRecord(workspace, files)],
    destructive: made.flatMap((one) => one.destructive),
    risks: made.flatMap((one) => one.risks),
    next: made.flatMap((one) => one.next),
  };
}

function textOf(workspace: Workspace, path: string): string | null {
  const text = workspace.read(path)?.text;
  return typeof text === 'string' ? text : null;
}

function toRecord(workspace: Workspace, files: readonly TextFile[]): readonly TextFile[] {
  if (files.length === 0) return [];
  const lines = (textOf(workspace, record) ?? '').split('\n').filter((line) => line !== '');
  const added = files.map(
    ({ path, text }) => `${path}: ${hashBytes(new TextEncoder().encode(text))}`,
  );
  return [{ path: record, text: `${[...new Set([...lines, ...added])].sort().join('\n')}\n` }];
}
