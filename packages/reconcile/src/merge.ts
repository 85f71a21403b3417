import type { ConflictHunk } from './change.ts';

/** Both sides in one text, or why that needs a person: `markers` is the whole file in diff3 style. */
export type Merge =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly reason: string;
      readonly hunks: readonly ConflictHunk[];
      readonly markers: string;
    };
