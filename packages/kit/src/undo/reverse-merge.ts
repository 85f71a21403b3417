import type { RecordedFile } from '@hut/commit';
import { reconcile, type Change } from '@hut/reconcile';
import { basePathOf } from '../base-tree.ts';
import { notesOf } from '../run-record-notes.ts';
import { toWordPairs, type Renames } from '../renames.ts';
import { textBefore, type Undoing } from './undoing.ts';

/**
 * What becomes of files that were edited since the run: the run was base -> next, so taking it back is the merge of
 * next -> base with the edits.
 */
export function reverseMerge(undoing: Undoing, edited: readonly RecordedFile[]): readonly Change[] {
  const { workspace, run } = undoing;
  const paths = edited.map(({ path }) => path);
  const { renames, moves } = notesOf(run);
  const back = moves.filter(([to]) => paths.includes(to));
  const rendered = paths.filter((path) => isRendered(undoing, path));
  const changes = reconcile(
    toTexts(rendered, (path) => textAt(undoing, basePathOf(path))),
    toTexts([...rendered, ...back.map(([, from]) => from)], (path) => nextText(undoing, path)),
    (path) => workspace.read(path)?.text ?? null,
    {
      own: [],
      moves: new Map(back.map(([to, from]) => [from, to])),
      words: toWordPairs(reversed(renames)),
    },
  );
  const others = paths.filter((path) => !rendered.includes(path));
  return [...changes, ...others.map((path) => toConflict(undoing, path))];
}

/** The renames that take others back. */
export function reversed({ entities, fields }: Renames): Renames {
  const nameBefore = new Map(entities.map(({ from, to }) => [to, from]));
  return {
    entities: entities.map(({ from, to }) => ({ from: to, to: from })),
    fields: fields.map(({ entity, from, to }) => ({
      entity: nameBefore.get(entity) ?? entity,
      from: to,
      to: from,
    })),
  };
}

function isRendered(undoing: Undoing, path: string): boolean {
  return textAt(undoing, basePathOf(path)) !== null || nextText(undoing, path) !== null;
}

/** What the file is merged back to: what was rendered before the run; of hut.yaml, what it said. */
function nextText(undoing: Undoing, path: string): string | null {
  if (path === 'hut.yaml') return textBefore(undoing, path);
  const stored = basePathOf(path);
  const isChanged = undoing.run.files.some((file) => file.path === stored);
  return isChanged ? textBefore(undoing, stored) : textAt(undoing, stored);
}

function textAt({ workspace }: Undoing, path: string): string | null {
  const text = workspace.read(path)?.text;
  return typeof text === 'string' ? text : null;
}

function toTexts(
  paths: readonly string[],
  textOf: (path: string) => string | null,
): ReadonlyMap<string, string> {
  return new Map(
    paths.flatMap((path) => {
      const text = textOf(path);
      return text === null ? [] : [[path, text] as const];
    }),
  );
}

/** What another generator wrote has no base: only a person can say what of it goes. */
function toConflict(undoing: Undoing, path: string): Change {
  const reason = 'it was edited since the run, and is not rendered by hut';
  const mine = textAt(undoing, path);
  const next = textBefore(undoing, path);
  return { path, action: 'conflict', reason, hunks: [], markers: null, base: null, mine, next };
}
