import { HutError } from '@hut/errors';
import {
  fillBlueprint,
  isProjectName,
  printBlueprint,
  PROJECT_NAME_RULE,
  spliceBlueprint,
  suggestProjectName,
} from '@hut/blueprint';
import { toSplices, type Amendment } from './amendment.ts';
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
  /** In the order in which they were asked for: each sees what those before it left. */
  readonly amendments: readonly Amendment[];
}

/**
 * hut.yaml as a command leaves it: the user's text, or a new one, with what the command amends.
 * Throws HutError `exists` when `--from` would replace the blueprint of a project, and what the generators throw.
 */
export function draftBlueprint(draft: Draft): string {
  const { existing, from, amendments } = draft;
  const text = amendments.reduce((now, one) => amend(now, one, draft), startText(draft));
  if (from !== null && existing !== null && existing !== text) throw otherBlueprint();
  return text;
}

function amend(text: string, amendment: Amendment, { lookup, version }: Draft): string {
  const splices = toSplices(amendment, () => readBlueprint(text, { lookup, version }));
  return spliceBlueprint(text, splices);
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
    hint: `Call the folder ${suggestProjectName(name)}: ${PROJECT_NAME_RULE}`,
  });
}

function otherBlueprint(): HutError {
  return new HutError({
    id: 'exists',
    message: 'There is a project already, with another hut.yaml',
    hint: 'Edit its hut.yaml and run hut build there, or name another folder.',
  });
}
