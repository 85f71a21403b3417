import type { Splice } from '../splice/splice.ts';

/** How one format of hut.yaml becomes the next one. */
export interface FormatStep {
  /** The format that it takes; the next one is what it leaves. */
  readonly from: number;
  /** The edits of a file that says this, but for the number of the format itself. */
  readonly splices: (data: Readonly<Record<string, unknown>>) => readonly Splice[];
}

/**
 * The formats that hut.yaml has had. A release that changes the format raises FORMAT and adds its step here; there
 * has been one format so far.
 */
export const formatSteps: readonly FormatStep[] = [];
