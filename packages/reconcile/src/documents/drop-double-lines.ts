import type { MergedLine } from '../lines/merged.ts';

/** Drops one-line items of the generator that the user added as well, somewhere else; undefined when there are none. */
export function dropDoubleLines(lines: readonly MergedLine[]): readonly MergedLine[] | undefined {
  const mine = new Set(lines.filter(({ from }) => from === 'mine').map(({ text }) => text.trim()));
  const kept = lines.filter(({ from, text }) => {
    const word = text.trim();
    return from !== 'next' || !/[\w/*]/.test(word) || word.startsWith('#') || !mine.has(word);
  });
  return kept.length < lines.length ? kept : undefined;
}
