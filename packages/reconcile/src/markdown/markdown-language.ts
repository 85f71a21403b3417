import { byText } from '../by-text.ts';
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
  parse: byText(parseMarkdown),
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
      lines.push({ section: headings.join('\u2023'), text: line.trim(), heading: level > 0 });
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
    countAll(
      lines.filter(({ heading }) => heading).map(({ section, text }) => `${section}\n${text}`),
    );
  const [ofMine, ofNext] = [headingsOf(mine), headingsOf(next)];
  for (const [heading, count] of headingsOf(result)) {
    if (count > Math.max(1, ofMine.get(heading) ?? 0, ofNext.get(heading) ?? 0)) {
      const [, text] = heading.split('\n');
      return { reason: `the heading "${text}" would be there twice` };
    }
  }
  const moved = findMoved(mine, next, result);
  if (moved !== undefined) return { reason: `"${moved}" would stand in another section` };
  const [b, m, n, r] = [base, mine, next, result].map((tree) => countLines(tree, combined)) as [
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

/** A line under a heading that its own side knows too, but has the line nowhere under. */
function findMoved(
  mine: MarkdownTree,
  next: MarkdownTree,
  result: MarkdownTree,
): string | undefined {
  const sides = [mine, next].map((tree) => ({
    headings: new Set(tree.lines.filter(({ heading }) => heading).map(({ text }) => text)),
    standings: new Set(tree.lines.map(toStanding)),
    texts: new Set(tree.lines.map(({ text }) => text)),
  }));
  return result.lines.find((line) => {
    const own = sides.filter(({ texts }) => texts.has(line.text));
    const above = lastHeading(line);
    const strange = ({ headings, standings }: (typeof sides)[number]) =>
      headings.has(above) && !standings.has(toStanding(line));
    return !line.heading && own.length > 0 && above !== '' && own.every(strange);
  })?.text;
}

function toStanding(line: MarkdownLine): string {
  return `${lastHeading(line)}\n${line.text}`;
}

function lastHeading({ section }: MarkdownLine): string {
  return section.slice(section.lastIndexOf('\u2023') + 1);
}

type Counted = ReadonlyMap<string, number>;

function countLines({ lines }: MarkdownTree, inSections: boolean): Counted {
  return countAll(lines.map(({ section, text }) => `${inSections ? section : ''}\n${text}`));
}
