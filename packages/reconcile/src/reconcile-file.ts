import type { Change, Conflict, Keep, KeepReason, ThreeTexts } from './change.ts';
import { mergeTexts } from './merge-texts.ts';
import { mergeTwo } from './merge-two.ts';
import { isSameText, parseForm, plainLines, printForm } from './text-form.ts';

/** What the caller knows about a file beyond its texts. */
export interface FileOptions {
  /** `own:` in hut.yaml names this path: we never write it. */
  readonly owned?: boolean;
  /** The path of base and mine when the request renamed the file. */
  readonly movedFrom?: string;
}

interface Texts {
  readonly base: string | null;
  readonly mine: string | null;
  readonly next: string | null;
}

/** Decides what becomes of one file; never throws. */
export function reconcileFile(path: string, texts: ThreeTexts, options: FileOptions = {}): Change {
  if (options.owned) return keep(path, 'owned', texts.base !== texts.next);
  const { base, mine, next } = texts;
  if (mine !== null && typeof mine !== 'string') {
    return reconcileUnreadable(path, base, next, mine.unreadable);
  }
  const change = reconcileTexts(path, { base, mine, next });
  return options.movedFrom === undefined ? change : move(change, mine, options.movedFrom);
}

function reconcileTexts(path: string, texts: Texts): Change {
  const { base, mine, next } = texts;
  if (mine === null) return reconcileMissing(path, base, next);
  if (next === null) return reconcileUnrendered(path, { ...texts, mine });
  if (base === null) return reconcileUnknown(path, mine, next);
  if (isSameText(mine, next)) return keep(path, base === next ? 'unchanged' : 'same');
  if (base === next) return keep(path, isSameText(mine, base) ? 'unchanged' : 'edited');
  if (isSameText(mine, base)) return { path, action: 'update', text: wearing(mine, base, next) };
  return reconcileEdited(path, base, mine, next);
}

function reconcileMissing(path: string, base: string | null, next: string | null): Change {
  if (next === null) return keep(path, 'same');
  if (base === null) return { path, action: 'create', text: next };
  return keep(path, 'deleted', base !== next);
}

function reconcileUnrendered(path: string, texts: Texts & { readonly mine: string }): Change {
  const { base, mine } = texts;
  if (base === null) return keep(path, 'edited');
  if (isSameText(mine, base)) return { path, action: 'delete' };
  const reason = 'you edited this file, and it is no longer rendered';
  return { path, action: 'conflict', reason, ...mergeTwo(mine, base, ''), ...texts };
}

function reconcileUnknown(path: string, mine: string, next: string): Change {
  if (isSameText(mine, next)) return keep(path, 'same');
  const reason = 'a file that hut did not make is in the way';
  return {
    path,
    action: 'conflict',
    reason,
    ...mergeTwo(mine, null, next),
    base: null,
    mine,
    next,
  };
}

function reconcileEdited(path: string, base: string, mine: string, next: string): Change {
  const merge = mergeTexts(path, base, mine, next);
  if (!merge.ok) {
    const { reason, hunks, markers } = merge;
    return { path, action: 'conflict', reason, hunks, markers, base, mine, next };
  }
  if (merge.text === mine) return keep(path, 'edited');
  return { path, action: 'merge', text: merge.text };
}

function reconcileUnreadable(
  path: string,
  base: string | null,
  next: string | null,
  why: string,
): Change {
  if (base === next) return keep(path, 'edited');
  const reason = `the file on disk can't be merged: ${why}`;
  const unmerged = { hunks: [], markers: null, base, mine: null, next };
  return { path, action: 'conflict', reason, ...unmerged } satisfies Conflict;
}

/** Next in the clothes of a file that differs from base in its clothes only. */
function wearing(mine: string, base: string, next: string): string {
  if (mine === base) return next;
  const [worn, was, now] = [parseForm(mine).form, parseForm(base).form, parseForm(next).form];
  const { finalNewline } = worn.finalNewline === was.finalNewline ? now : worn;
  return printForm({ form: { ...worn, finalNewline }, lines: plainLines(next) });
}

/** A renamed file must be written at its new path even when its text stays. */
function move(change: Change, mine: string | null, movedFrom: string): Change {
  if (change.action !== 'keep' || mine === null) return { ...change, movedFrom };
  return { ...rewrite(change, mine), movedFrom };
}

/** A file that stays as the user has it, and is written all the same: to a new path, or with new words. */
export function rewrite({ path, why }: Keep, text: string): Change {
  return { path, action: why === 'edited' ? 'merge' : 'update', text };
}

function keep(path: string, why: KeepReason, note = false): Keep {
  return { path, action: 'keep', why, note };
}
