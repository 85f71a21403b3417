import { findHunks } from './lines/hunk.ts';
import { parseForm, printForm, type FormedText } from './text-form.ts';

/** Words that the command exchanges wherever we wrote them: `Product` -> `Article`, `products` -> `articles`. */
export type WordPairs = readonly (readonly [from: string, to: string])[];

/**
 * Base and mine as if we had written the new words from the start: exchanged in every line of base, and in those
 * lines of mine that are still ours; in a line of ours that the user edited, a word that is there as often as we
 * wrote it. A line of the user's own keeps its words. Then a user's lines stand between the same lines of ours in
 * all three texts, and the merge sees no change where there is none.
 */
export function renameWords(
  base: string,
  mine: string,
  words: WordPairs,
): { readonly base: string; readonly mine: string } {
  const [was, is] = [parseForm(base), parseForm(mine)];
  const former = formerLines(was, is);
  const renameMine = (line: string, index: number): string => {
    const old = former.get(index);
    return old === undefined
      ? exchange(line, words)
      : exchange(line, commonWords(old, line, words));
  };
  return {
    base: printForm({ ...was, lines: was.lines.map((line) => exchange(line, words)) }),
    mine: printForm({ ...is, lines: is.lines.map(renameMine) }),
  };
}

/**
 * Which lines of mine are not in base, each with the line of base that it took the place of, or ''; all of them,
 * where nearly everything was rewritten.
 */
function formerLines(base: FormedText, mine: FormedText): ReadonlyMap<number, string> {
  const whole = [{ start: 0, end: 0, from: 0, to: mine.lines.length }];
  const hunks = findHunks(base.lines, mine.lines, 'mine') ?? whole;
  return new Map(
    hunks.flatMap(({ start, end, from, to }) => {
      const paired = end - start === to - from;
      return Array.from({ length: to - from }, (_, index): [number, string] => [
        from + index,
        paired ? base.lines[start + index]! : '',
      ]);
    }),
  );
}

/** The words that a line of ours says as often after the user's edit as before. */
function commonWords(was: string, is: string, words: WordPairs): WordPairs {
  return words.filter(([from]) => {
    const [before, after] = [was, is].map((line) => line.match(wordPattern(from, 'gu'))?.length);
    return before !== undefined && before === after;
  });
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
