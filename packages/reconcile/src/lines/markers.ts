import type { ConflictHunk } from '../change.ts';
import type { Part } from './merged.ts';

/** The lines of a result with conflicts in diff3 style. */
export function markedLines(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) =>
    'lines' in part ? part.lines.map(({ text }) => text) : markedHunk(part.conflict),
  );
}

/** The conflicts among these parts. */
export function conflictsIn(parts: readonly Part[]): readonly ConflictHunk[] {
  return parts.flatMap((part) => ('conflict' in part ? [part.conflict] : []));
}

function markedHunk({ mine, base, next }: ConflictHunk): readonly string[] {
  return ['<<<<<<< mine', ...mine, '||||||| base', ...base, '=======', ...next, '>>>>>>> next'];
}
