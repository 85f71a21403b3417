export type {
  Change,
  Conflict,
  ConflictHunk,
  Keep,
  KeepReason,
  ThreeTexts,
  Unreadable,
} from './change.ts';
export { toFileKind, type FileKind } from './file-kind.ts';
export { hasConflictMarkers } from './has-conflict-markers.ts';
export type { Merge } from './merge.ts';
export { mergeTexts } from './merge-texts.ts';
export { reconcileFile, type FileOptions } from './reconcile-file.ts';
export { inFormOf, isSameText } from './text-form.ts';
export { wordPattern, type WordPairs } from './rename-words.ts';
export { reconcile, type TreeOptions } from './reconcile-tree.ts';
