import type { Token } from './token.ts';

/**
 * Remembers what was made of a row of tokens. The four texts of a merge share nearly all their lines, and
 * lines with one text share one row of tokens, so that each is looked at once.
 */
export function rememberByTokens<Made>(
  make: (tokens: readonly Token[]) => Made,
): (tokens: readonly Token[]) => Made {
  const known = new WeakMap<readonly Token[], { readonly made: Made }>();
  return (tokens) => {
    const found = known.get(tokens);
    if (found !== undefined) return found.made;
    const made = make(tokens);
    known.set(tokens, { made });
    return made;
  };
}
