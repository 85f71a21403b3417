/** A whole statement with the blank lines and comments above it; the last piece may be those of the end alone. */
export interface StatementPiece {
  readonly lead: readonly string[];
  readonly text: string;
  /** False for what is never merged inside: heads of blocks, `return`, `raise`. */
  readonly mergeable: boolean;
}
