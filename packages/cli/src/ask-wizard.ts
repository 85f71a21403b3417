import { wizardQuestions, type Definition, type Lookup, type Prompt, type Values } from '@hut/kit';
import { shellText } from '@hut/render';

/** A generator and the values that one command gives it. */
export interface Amendment {
  readonly definition: Definition;
  readonly values: Values;
}

/** Asks for what was not given on the command line: the first amendment is the builder's. */
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

/** The one command that repeats a build. */
export function repeatCommand(
  path: string | undefined,
  amendments: readonly Amendment[],
  from: string | undefined,
): string {
  const [builder, ...features] = amendments as [Amendment, ...Amendment[]];
  const words = [
    'hut build',
    ...(path === undefined ? [] : [shellText(path)]),
    ...(from === undefined ? [] : ['--from', shellText(from)]),
    ...repeatWords('', builder.values),
    ...features.flatMap(({ definition: { id }, values }) => [
      `--with-${id}`,
      ...repeatWords(`${id}-`, values),
    ]),
  ];
  return words.join(' ');
}

/** The flags that give these values again. */
export function repeatWords(prefix: string, values: Values): readonly string[] {
  return Object.entries(values)
    .filter(([, value]) => value !== false && value !== '')
    .map(([name, value]) =>
      value === true ? `--${prefix}${name}` : `--${prefix}${name} ${shellText(String(value))}`,
    );
}
