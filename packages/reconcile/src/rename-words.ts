import { findHunks } from './lines/hunk.ts';
import { parseForm, printForm, type FormedText } from './text-form.ts';

/** Words that the command exchanges wherever we wrote them: `Product` -> `Article`, `products` -> `articles`. */
export type WordPairs = readonly (readonly [from: string, to: string])[];

/**
 * Base and mine as if we had written the new words from the start: exchanged in every line of base, and in those
 * lines of mine that are still ours. A line of the user's own keeps its words. Then a user's lines stand between
 * the same lines of ours in all three texts, and the merge sees no change where there is none.
 */
export function renameWords(
  base: string,
  mine: string,
  words: WordPairs,
): { readonly base: string; readonly mine: string } {
  const [was, is] = [parseForm(base), parseForm(mine)];
  const theirs = linesOfUser(was, is);
  const rename = (line: string): string => exchange(line, words);
  return {
    base: printForm({ ...was, lines: was.lines.map(rename) }),
    mine: printForm({
      ...is,
      lines: is.lines.map((line, index) => (theirs.has(index) ? line : rename(line))),
    }),
  };
}

/** Which lines of mine are not in base; all of them, where nearly everything was rewritten. */
function linesOfUser(base: FormedText, mine: FormedText): ReadonlySet<number> {
  const whole = [{ from: 0, to: mine.lines.length }];
  const hunks = findHunks(base.lines, mine.lines, 'mine') ?? whole;
  return new Set(
    hunks.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
}

function exchange(line: string, words: WordPairs): string {
  return words.reduce(
    (text, [from, to]) => (text.includes(from) ? text.replace(wordPattern(from, 'gu'), to) : text),
    line,
  );
}

/**
 * What finds a word, in names too; flags as for RegExp. It ends where a name in another style begins: `Product` is in
 * `ProductRead`, and `product` in `create_product`.
 */
export function wordPattern(word: string, flags = 'u'): RegExp {
  const letters = /^[A-Z]/.test(word) ? 'a-z0-9' : 'A-Za-z0-9';
  return new RegExp(`(?<![${letters}])${word}(?![${letters}])`, flags);
}
