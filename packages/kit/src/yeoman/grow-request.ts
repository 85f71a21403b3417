import { basename } from 'node:path';
import { toValues } from '../amendment.ts';
import { askAmendment } from '../ask-amendment.ts';
import type { Lookup } from '../lookup.ts';
import { readHutYaml } from '../read-hut-yaml.ts';
import type { Request, Requested } from './build-request.ts';
import { joinPlugins } from './join-plugins.ts';
import { isAsking } from './manner.ts';
import { requireOpenProject } from './open-project.ts';
import { promptBy } from './prompt-by.ts';
import { sharedWorkspace } from './shared-files.ts';

/**
 * Opens the project that the run makes, or the one that its folder is in, and asks for what is missing where
 * somebody can answer. Throws HutError, or the error of a person who left.
 */
export async function requestGrowth(request: Request): Promise<Requested> {
  const { definition, run, line, folder } = request;
  const { root, from } = requireOpenProject(run, folder);
  const existing = readHutYaml(sharedWorkspace(run.env, root));
  await joinPlugins(run, root, existing);
  const { env, lookup, version, manner } = run;
  const { amendment, command, isAsked } = await askAmendment({
    definition,
    door: doorOf(definition.id, lookup),
    words: line.args,
    values: toValues(definition, (flag) => line.words.get(flag)),
    draft: { existing, from, name: basename(root), lookup, version },
    prompt: isAsking(manner, env) ? promptBy(env) : null,
  });
  return { amendments: [amendment], command, isAsked };
}

/** What a person types for a generator; a package has its own name, which is also that of its one generator as a rule. */
function doorOf(id: string, lookup: Lookup): string {
  const from = lookup.find(({ definition }) => definition.id === id)?.from;
  const name = from?.name.replace('generator-', '') ?? 'hut';
  return name.endsWith(`hut-${id}`) ? `yo ${name}` : `yo ${name}:${id}`;
}
