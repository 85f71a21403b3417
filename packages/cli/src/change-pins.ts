import { spliceBlueprint, type Splice } from '@hut/blueprint';
import type { Executed } from './carry-out.ts';
import { execute } from './execute.ts';
import type { GlobalOptions } from './global-options.ts';
import type { OpenProject } from './open-project.ts';

/** Changes the packages that a project names, in a shell that has loaded those that it names then. Throws HutError. */
export function changePins(
  open: OpenProject,
  options: GlobalOptions,
  { command, splice }: { readonly command: string; readonly splice: Splice },
): Promise<Executed> {
  const amend = (existing: string | null): string => spliceBlueprint(existing!, [splice]);
  return execute({ ...open, options, command, amend });
}
