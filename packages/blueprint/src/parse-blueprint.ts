import { HutError } from '@hut/errors';
import { locate } from './yaml/locate.ts';
import { blueprintError, printPath, type Mistake, type Refuse } from './mistake.ts';
import { readBlueprint, type Surroundings } from './read-blueprint.ts';
import type { Blueprint } from './shape.ts';
import { printPlace, readSource, type Source } from './yaml/source.ts';

/** What a reader needs to know besides the text. */
export interface ParseContext extends Surroundings {
  /** The name of the file in messages. */
  readonly file: string;
  /** The text is what a command would write, so nobody can look up its lines: mistakes are told without them. */
  readonly isDraft?: boolean;
}

/** A person mends a few mistakes at a time; the rest are counted. */
const SHOWN = 10;

/**
 * The text of a hut.yaml in, the Blueprint out. Throws HutError (id `blueprint`, exit 3) that names
 * every mistake with line and column; `complete: 'from'` lets absent keys take their defaults.
 */
export function parseBlueprint(text: string, context: ParseContext): Blueprint {
  const source = readSource(text, context.file);
  const mistakes: Mistake[] = [];
  const refuse: Refuse = (path, message, hint, at = 'value') => {
    mistakes.push({ path, message, hint, at });
    return undefined;
  };
  const blueprint = readBlueprint(source.data, context, refuse);
  if (blueprint !== undefined && mistakes.length === 0) return blueprint;
  throw mistakesError(source, mistakes, context.isDraft === true);
}

function mistakesError(source: Source, mistakes: readonly Mistake[], isDraft: boolean): HutError {
  const print = isDraft ? printDrafted : printMistake;
  const placed = mistakes
    .map((mistake) => ({ ...mistake, offset: locate(source, mistake.path, mistake.at) }))
    .sort((left, right) => left.offset - right.offset);
  const [only] = placed;
  if (only !== undefined && placed.length === 1) {
    return blueprintError(print(source, only), only.hint);
  }
  const shown = placed.slice(0, SHOWN).map((one) => `${print(source, one)}\n    ${one.hint}`);
  const left = placed.length - shown.length;
  const more = left > 0 ? [`and ${String(left)} more`] : [];
  const hint = isDraft
    ? 'Mend these places, nothing was written.'
    : `Mend these places in ${source.file}.`;
  return blueprintError([...shown, ...more].join('\n'), hint);
}

/** `Article.price: unknown type "money"`: as a person says it who typed it. */
function printDrafted(_: Source, { path, message }: Mistake): string {
  return `${printPath(path).replace(/^entities\./, '')}: ${message}`;
}

function printMistake(source: Source, mistake: Mistake & { readonly offset: number }): string {
  const place = printPlace(source, mistake.offset);
  const path = printPath(mistake.path);
  return path === '' ? `${place}: ${mistake.message}` : `${place}: ${path}: ${mistake.message}`;
}
