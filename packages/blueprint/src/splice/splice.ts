import type { Path } from '../mistake.ts';

/** One edit of a hut.yaml. `add` and `drop` are for lists of texts. */
export type Splice =
  | { readonly set: Path; readonly value: unknown }
  | { readonly remove: Path }
  | { readonly rename: Path; readonly to: string }
  | { readonly add: Path; readonly item: string }
  | { readonly drop: Path; readonly item: string };

/** The path that a splice is about. */
export function pathOf(splice: Splice): Path {
  if ('set' in splice) return splice.set;
  if ('remove' in splice) return splice.remove;
  if ('rename' in splice) return splice.rename;
  return 'add' in splice ? splice.add : splice.drop;
}
