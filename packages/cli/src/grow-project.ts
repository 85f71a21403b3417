import {
  askAmendment,
  draftBlueprint,
  toValues,
  verbOf,
  type Amendment,
  type GrowthCommand,
} from '@hut/kit';
import { isAsking } from './carry-out.ts';
import { execute } from './execute.ts';
import { finishGrowth } from './finish-growth.ts';
import { wordsIn } from './generator-options.ts';
import type { GlobalOptions } from './global-options.ts';
import { openProject } from './open-project.ts';
import type { Shell } from './shell.ts';

/** The options of a command that grows a project: every command's, and those of its generator. */
export type GrowOptions = GlobalOptions & Readonly<Record<string, unknown>>;

/** One such command. */
export type Growth = Pick<Amendment, 'definition' | 'verb'> &
  Pick<GrowthCommand, 'door' | 'words'> & { readonly shell: Shell; readonly options: GrowOptions };

/** Amends the hut.yaml of the project that the person stands in, and renders it. Returns the exit code; throws HutError. */
export async function growProject({ shell, options, ...command }: Growth): Promise<number> {
  const { shell: standing, root, workspace, hutYaml } = openProject(shell, options);
  const { lookup, version } = standing;
  const draft = { existing: hutYaml, from: null, name: '', lookup, version };
  const asked = await askAmendment({
    ...command,
    values: toValues(verbOf(command), wordsIn(options)),
    draft,
    prompt: isAsking(standing, options) ? standing.prompt : null,
  });
  const executed = await execute({
    shell: standing,
    options,
    root,
    workspace,
    command: asked.command,
    amend: () => draftBlueprint({ ...draft, amendments: [asked.amendment] }),
  });
  const repeat = asked.isAsked ? `${asked.command} --yes` : null;
  return finishGrowth({ shell: standing, options, executed, repeat });
}
