import { escapeInvisible } from './escape-invisible.ts';

/**
 * A text as one line of Markdown that shows exactly its characters: everything CommonMark could act on is
 * escaped, line ends and other invisible characters become blanks.
 */
export function markdownText(text: string): string {
  const oneLine = escapeInvisible(text, () => ' ').trim();
  const inline = oneLine.replace(/[\\`*_[\]<>&{}$|~]/g, (character) => `\\${character}`);
  return inline.replace(/^([#+-]|\d+[.)]|=+$)/, (start) =>
    start.replace(/.$/, (last) => `\\${last}`),
  );
}
