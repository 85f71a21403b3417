import type { Doubt, FourTrees, Language, Parsed } from '../language.ts';
import { countAll, findBreach } from '../law/count-law.ts';
import { sayBreach } from '../law/say-breach.ts';
import { markdownCombining } from './combining.ts';
import { headingLevel } from './heading-level.ts';

/** One written line and the headings above it. */
export interface MarkdownLine {
  readonly section: string;
  readonly text: string;
  readonly heading: boolean;
}

/** The written lines of a text, and whether a code block is left open at its end. */
export interface MarkdownTree {
  readonly lines: readonly MarkdownLine[];
  readonly openFence: boolean;
}

/** Markdown: lines in their sections; what reads as one paragraph is never put together from two. */
export const markdown: Language<MarkdownTree> = {
  toKey: (line) => line.trimEnd(),
  parse: parseMarkdown,
  prove: proveMarkdown,
  combining: markdownCombining,
};

function parseMarkdown(text: string): Parsed<MarkdownTree> {
  const lines: MarkdownLine[] = [];
  const headings: string[] = [];
  let fence = '';
  for (const line of text.split('\n')) {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (mark !== undefined && (fence === '' || mark.startsWith(fence)))
      fence = fence === '' ? mark : '';
    const level = fence === '' && mark === undefined ? headingLevel(line) : 0;
    if (level > 0) headings.length = Math.min(headings.length, level - 1);
    if (line.trim() !== '') {
      lines.push({ section: headings.join('/'), text: line.trim(), heading: level > 0 });
    }
    if (level > 0) headings[level - 1] = line.trim();
  }
  return { ok: true, tree: { lines, openFence: fence !== '' } };
}

function proveMarkdown(
  { base, mine, next, result }: FourTrees<MarkdownTree>,
  combined: boolean,
): Doubt | undefined {
  if (result.openFence && !mine.openFence && !next.openFence) {
    return { reason: 'a code block would never end' };
  }
  const headingsOf = ({ lines }: MarkdownTree) =>
    countAll(lines.filter(({ heading }) => heading).map(({ text }) => text));
  const [ours, theirs] = [headingsOf(mine), headingsOf(next)];
  for (const [heading, count] of headingsOf(result)) {
    if (count > Math.max(ours.get(heading) ?? 0, theirs.get(heading) ?? 0)) {
      return { reason: `the heading "${heading}" would be there twice` };
    }
  }
  if (!combined) return undefined;
  const [b, m, n, r] = [base, mine, next, result].map(countLines) as [
    Counted,
    Counted,
    Counted,
    Counted,
  ];
  const breach = findBreach(b, m, n, r);
  return (
    breach && { reason: sayBreach(breach, breach.thing.slice(breach.thing.indexOf('\n') + 1)) }
  );
}

type Counted = ReadonlyMap<string, number>;

function countLines({ lines }: MarkdownTree): Counted {
  return countAll(lines.map(({ section, text }) => `${section}\n${text}`));
}
