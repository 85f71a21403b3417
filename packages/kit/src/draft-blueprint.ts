import { HutError } from '@hut/errors';
import { fillBlueprint, printBlueprint, spliceBlueprint, type Splice } from '@hut/blueprint';

interface Draft {
  /** hut.yaml of the project, or null in a new one. */
  readonly existing: string | null;
  /** Text of the file that `--from` names, or null. */
  readonly from: string | null;
  /** Name of a new project. */
  readonly name: string;
  readonly version: string;
  readonly splices: readonly Splice[];
}

/** hut.yaml as a command leaves it: the user's text, or a new one, with the command's splices in it. */
export function draftBlueprint(draft: Draft): string {
  return spliceBlueprint(startText(draft), draft.splices);
}

function startText({ existing, from, name, version }: Draft): string {
  if (from !== null) return startFrom(from, { existing, name, version });
  return existing ?? printBlueprint({ name, generator: version });
}

/** A project that exists is its own blueprint: another one given to it would be a silent replacement. */
function startFrom(
  from: string,
  { existing, name, version }: Pick<Draft, 'existing' | 'name' | 'version'>,
): string {
  const filled = fillBlueprint(from, { name, generator: version });
  if (existing === null || existing === filled) return filled;
  throw new HutError({
    id: 'exists',
    message: 'There is a project already, with another hut.yaml',
    hint: 'Edit its hut.yaml and run hut build there, or name another folder.',
  });
}
