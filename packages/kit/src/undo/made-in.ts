import type { Undoing } from './undoing.ts';

/** The files that a run made once, and their records. */
export function madeIn({ run }: Undoing): {
  readonly made: readonly string[];
  readonly records: readonly string[];
} {
}
