import { HutError } from '@hut/errors';
import {
  type Blueprint,
  fillBlueprint,
  isProjectName,
  printBlueprint,
  PROJECT_NAME_RULE,
  spliceBlueprint,
  suggestProjectName,
} from '@hut/blueprint';
import { toSplices, type Amendment } from './amendment.ts';
import { dropEmptied } from './drop-emptied.ts';
import type { Lookup } from './lookup.ts';
import { readBlueprint } from './read-blueprint.ts';

/** What a command makes of hut.yaml. */
export interface Draft {
  /** hut.yaml of the project, or null in a new one. */
  readonly existing: string | null;
  /** The file that `--from` names, or null. */
  readonly from: { readonly file: string; readonly text: string } | null;
  /** Name of a new project. */
  readonly name: string;
  readonly lookup: Lookup;
  readonly version: string;
  /** Each sees what those before it left; one that needs what a later one brings waits for it. */
  readonly amendments: readonly Amendment[];
}

/**
 * hut.yaml as a command leaves it: the user's text, or a new one, with what the command amends.
 * Throws HutError `exists` when `--from` would replace the blueprint of a project, what the generators throw, and
 * what is wrong with the result.
 */
export function draftBlueprint(draft: Draft): string {
  const { existing, from, amendments } = draft;
  const text = amendAll(startText(draft), amendments, draft);
  if (from !== null && existing !== null && existing !== text) throw otherBlueprint();
  return text;
}

function amendAll(text: string, left: readonly Amendment[], draft: Draft): string {
  for (const one of left) {
    const amended = amendIfSound(text, one, draft);
    const others = left.filter((other) => other !== one);
    if (amended !== null) return amendAll(amended, others, draft);
  }
  return amend(text, left, draft);
}

function amendIfSound(text: string, amendment: Amendment, draft: Draft): string | null {
  try {
    return amend(text, [amendment], draft);
  } catch (error) {
    if (error instanceof HutError) return null;
    throw error;
  }
}

/** Several at once may point to each other; all of them find the same text. */
function amend(text: string, amendments: readonly Amendment[], draft: Draft): string {
  const { lookup, version, existing } = draft;
  const isDraft = text !== existing;
  const read = (): Blueprint => readBlueprint(text, { lookup, version, isDraft });
  const amended = spliceBlueprint(
    text,
    amendments.flatMap((one) => toSplices(one, text, read, lookup)),
  );
  if (amended === text) return text;
  // The user's own mistakes first: they have lines that can be looked up.
  if (!isDraft) read();
  const { entities } = readBlueprint(amended, { lookup, version, isDraft: true });
  return dropEmptied(amended, text, entities);
}

function startText({ existing, from, name, lookup, version }: Draft): string {
  if (from === null) return existing ?? printFirst(name, version);
  // Checked before it is filled: its mistakes have the line numbers of the user's own file.
  readBlueprint(from.text, { lookup, version, file: from.file, name });
  return fillBlueprint(from.text, { file: from.file, name, generator: version });
}

/** The folder names a new project: said before hut.yaml, which the user has not seen yet, is judged. */
function printFirst(name: string, version: string): string {
  if (isProjectName(name)) return printBlueprint({ name, generator: version });
  throw new HutError({
    id: 'name',
    message: `The folder "${name}" names the project, and that is no name of a Python package`,
    hint: `Call the folder ${suggestProjectName(name) ?? 'shop'}: ${PROJECT_NAME_RULE}`,
  });
}

function otherBlueprint(): HutError {
  return new HutError({
    id: 'exists',
    message: 'There is a project already, with another hut.yaml',
    hint: 'Edit its hut.yaml and run hut build there, or name another folder.',
  });
}
