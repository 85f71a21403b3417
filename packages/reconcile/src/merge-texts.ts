import { markedLines, conflictsIn } from './lines/markers.ts';
import { mergeLines } from './lines/merge-lines.ts';
import { compareThree, type KeyedLines } from './lines/three.ts';
import { mergeTwo } from './merge-two.ts';
import type { Merge } from './merge.ts';
import { parseForm, plainLines, printForm, type TextForm } from './text-form.ts';

/** Merges what both sides made of base: the text, or the conflict and why. The form (line ends, mark) is the user's. */
export function mergeTexts(path: string, base: string, mine: string, next: string): Merge {
  if (mine === next || base === next) return { ok: true, text: mine };
  if (mine === base) return { ok: true, text: next };
  void path;
  const formed = parseForm(mine);
  const three = compareThree(keyed(plainLines(base)), keyed(formed.lines), keyed(plainLines(next)));
  const form = formOf(base, mine, next);
  if (three === undefined) {
    const reason = 'nearly every line differs';
    return { ok: false, reason, ...mergeTwo(mine, base, next) };
  }
  const parts = mergeLines(three);
  const hunks = conflictsIn(parts);
  const text = printForm({ form, lines: markedLines(parts) });
  if (hunks.length === 0) return { ok: true, text };
  return { ok: false, reason: 'both sides changed the same lines', hunks, markers: text };
}

function keyed(lines: readonly string[]): KeyedLines {
  return { lines, keys: lines.map((line) => line.trimEnd()) };
}

function formOf(base: string, mine: string, next: string): TextForm {
  const [ofBase, ofMine, ofNext] = [base, mine, next].map((text) => parseForm(text).form);
  const chosen = ofMine!.finalNewline === ofBase!.finalNewline ? ofNext! : ofMine!;
  return { ...ofMine!, finalNewline: chosen.finalNewline };
}
