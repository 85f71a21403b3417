import type { Amendment } from './amendment.ts';
import type { Lookup } from './lookup.ts';
import type { Values } from './option.ts';
import type { Prompt } from './prompt.ts';
import { wizardQuestions } from './wizard.ts';

/** Asks for what a command line did not give: the first amendment is the builder's. Rejects when the person leaves. */
export async function askWizard(
  given: readonly Amendment[],
  lookup: Lookup,
  prompt: Prompt,
): Promise<readonly Amendment[]> {
  const [builder, ...features] = given as [Amendment, ...Amendment[]];
  const answers = await prompt(wizardQuestions(builder.definition.options, builder.values, lookup));
  const { features: chosen = [], ...values } = answers as Values & { features?: readonly string[] };
  const known = new Set(features.map(({ definition }) => definition.id));
  const added = lookup
    .map(({ definition }) => definition)
    .filter(({ id }) => chosen.includes(id) && !known.has(id))
    .map((definition) => ({ definition, values: {} }));
  return [{ ...builder, values: { ...builder.values, ...values } }, ...features, ...added];
}
