import { basename } from 'node:path';
import { writtenValue } from '@hut/blueprint';
import type { FileWrite, RecordedFile } from '@hut/commit';
import type { Lookup } from '../lookup.ts';
import { refuseOtherVersion } from '../other-version.ts';
import type { PlannedRun } from '../planned-run.ts';
import { checksOf } from '../project-checks.ts';
import { plainNotes } from '../run-record-notes.ts';
import type { Workspace } from '../workspace.ts';
import { findUndoable } from './find-undoable.ts';
import { hutYamlAfter } from './hut-yaml-after.ts';
import { imageBefore } from './image-before.ts';
import { madeAgainst } from './made-against.ts';
import { refuseLater } from './refuse-later.ts';
import { reverseMerge } from './reverse-merge.ts';
import { sinceRun, type Undoing } from './undoing.ts';

interface UndoInput {
  readonly workspace: Workspace;
  readonly lookup: Lookup;
  readonly version: string;
}

/*
 *     a file that says what the run left       -> what it said before the run
 *     one that was edited since                -> merge(base now, mine, base before the run)
 *     what was made once, and nobody uses yet  -> gone
 *     what was made once, and somebody uses    -> stays, and what takes it back is made once
 */

/**
 * What takes the last run back. Throws HutError: `other-version`, `no-run`, `damaged-run`; `changed-since` where what hut keeps is not
 * what that run left; `in-use` where what it made once can't be taken back.
 */
export function planUndo({ workspace, ...generators }: UndoInput): PlannedRun {
  refuseOther(workspace, generators.version);
  const run = findUndoable(workspace.root);
  const undoing: Undoing = { workspace, run };
  refuseLater(undoing);
  const { kept, writes, notes, ...made } = madeAgainst(undoing, generators);
  const files = run.files.filter(({ path }) => !kept.includes(path));
  const edited = files.filter((file) => isTheirs(file) && sinceRun(undoing, file) === 'edited');
  const changes = reverseMerge(undoing, edited);
  const merged = new Set([...changes, ...writes].map(({ path }) => path));
  const others = files.filter(({ path }) => !merged.has(path));
  return {
    ...made,
    workspace,
    name: nameOf(workspace),
    changes,
    others: [...others.flatMap((file) => restore(undoing, file)), ...writes],
    leftovers: [],
    notes: [`Takes back: ${run.command}`, ...notes],
    checks: () => {
      const left = hutYamlAfter(undoing);
      return left === null ? null : checksOf(left, generators);
    },
    about: { ...plainNotes, undoes: run.id },
  };
}

/** What a person may edit: neither what hut keeps for itself nor the secrets of this machine. */
function isTheirs({ path, secret }: RecordedFile): boolean {
  return !path.startsWith('.hut/') && secret !== true;
}

/** A file that is what the run left becomes what it was. Of secrets there is no image: one that was there stays. */
function restore(undoing: Undoing, file: RecordedFile): readonly FileWrite[] {
  const { path, before, after, mode, secret } = file;
  if (before === after || sinceRun(undoing, file) !== 'as-left') return [];
  if (secret === true && before !== null) return [];
  const image = imageBefore(undoing, path);
  return [{ path, before: after, after: image, ...(mode !== undefined && { mode }) }];
}

function refuseOther(workspace: Workspace, version: string): void {
  const text = workspace.read('hut.yaml')?.text;
  if (typeof text !== 'string') return;
  refuseOtherVersion(text, { version, file: 'hut.yaml', isNew: false });
}

function nameOf(workspace: Workspace): string {
  const text = workspace.read('hut.yaml')?.text;
  const name = typeof text === 'string' ? writtenValue(text, ['name']) : undefined;
  return typeof name === 'string' ? name : basename(workspace.root);
}
