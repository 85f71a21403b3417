import type { Language } from './language.ts';

/** A text of which nothing is known: lines alone, nothing combined, nothing to prove. */
export const plain: Language<null> = {
  toKey: (line) => line.trimEnd(),
  parse: () => ({ ok: true, tree: null }),
  prove: () => undefined,
};
