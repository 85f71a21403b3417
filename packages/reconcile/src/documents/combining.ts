import { orderByParagraph } from '../combine/order-by-paragraph.ts';
import type { Combining, Insertion } from '../language.ts';
import type { Side } from '../lines/hunk.ts';
import { findRequirementName } from './leaf.ts';

/** How lines of a data format are ordered and recognised. */
interface LineRules {
  /** Which insertion stands deeper, and so belongs to what is above. */
  readonly depth: (insertion: Insertion) => number;
  readonly item: RegExp;
  readonly indented?: boolean;
}

/** Combining by lines alone: the proof by data is what makes it safe. */
export function combineByLines({ depth, item, indented = false }: LineRules): Combining<unknown> {
  return {
    meet: (mine, next) =>
      byDepth(depth(mine), depth(next)) ?? orderByParagraph(mine, next) ?? 'next',
    beside: () => true,
    isItem: (line) => item.test(line) && isBalanced(line),
    toItemName,
    sorted: true,
    indented,
  };
}

/** The indentation of the first line that says something. */
export function indentOf({ lines }: Insertion): number {
  const written = lines.filter((line) => line.trim() !== '');
  const first = written.find((line) => !line.trimStart().startsWith('#')) ?? written[0];
  return first === undefined ? 0 : first.search(/\S/);
}

/** Keys go before tables: behind a header they would be in it. */
export function depthByHeader({ lines }: Insertion): number {
  return lines.some((line) => /^\s*\[/.test(line) && /\]\s*(#.*)?$/.test(line)) ? 0 : 1;
}

function byDepth(mine: number, next: number): Side | undefined {
  if (mine === next) return undefined;
  return mine > next ? 'mine' : 'next';
}

/** `key` of `key = value`, `key: value` and `- key: value`; the name of a requirement; else the item itself. */
function toItemName(line: string): string {
  const text = line.trim().replace(/,$/, '');
  const string = /^(["'])([^"']*)\1$/.exec(text)?.[2];
  const requirement = string ?? (/[<>=!~]=/.test(text) ? text : undefined);
  if (requirement !== undefined) return findRequirementName(requirement) ?? text;
  return /^(?:- )?["']?([\w.@/-]+)["']?\s*[=:](?:\s|$|["'[{\d\w])/.exec(text)?.[1] ?? text;
}

function isBalanced(line: string): boolean {
  const plain = line.replace(/(["'])(?:\\.|(?!\1).)*\1/g, '');
  const count = (brackets: RegExp) => plain.match(brackets)?.length ?? 0;
  return count(/[([{]/g) === count(/[)\]}]/g);
}
