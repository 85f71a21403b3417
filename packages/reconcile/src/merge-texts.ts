import { toFileKind } from './file-kind.ts';
import { MERGERS } from './languages.ts';
import { conflictsIn, markedLines } from './lines/markers.ts';
import type { Merge } from './merge.ts';
import { parseForm, printForm, withoutReturns, type TextForm } from './text-form.ts';

/** Merges what both sides made of base: the text, or the conflict and why. Line ends, mark and final newline are the user's. */
export function mergeTexts(path: string, base: string, mine: string, next: string): Merge {
  if (mine === next || base === next) return { ok: true, text: mine };
  if (mine === base) return { ok: true, text: next };
  const [was, ofMine, ofNext] = [parseForm(base), parseForm(mine), parseForm(next)];
  const form = formOf(was.form, ofMine.form, ofNext.form);
  const merger = MERGERS[toFileKind(path)];
  const merge = merger({
    base: withoutReturns(was),
    mine: ofMine.lines,
    next: withoutReturns(ofNext),
  });
  if (merge.ok) return { ok: true, text: printForm({ form, lines: merge.lines }) };
  const { reason, parts } = merge;
  const markers = printForm({ form, lines: markedLines(parts) });
  return { ok: false, reason, hunks: conflictsIn(parts), markers };
}

/** The user's form; the final newline is the generator's where the user did not change it. */
function formOf(was: TextForm, ofMine: TextForm, ofNext: TextForm): TextForm {
  const { finalNewline } = ofMine.finalNewline === was.finalNewline ? ofNext : ofMine;
  return { ...ofMine, finalNewline };
}
