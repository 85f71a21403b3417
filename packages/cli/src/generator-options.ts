import { Option as Flag, type Command } from 'commander';
import { parseOption, type Definition, type Lookup, type Option, type Values } from '@hut/kit';

type Given = Readonly<Record<string, unknown>>;

/** Adds a flag for each option of a generator, prefixed where several generators meet in one command. */
export function withOptionsOf(command: Command, { options }: Pick<Definition, 'options'>): Command {
  for (const [name, option] of Object.entries(options)) command.addOption(toFlag(name, option));
  return command;
}

function toFlag(name: string, option: Option): Flag {
  const doc = `${option.doc ?? ''}${describeDefault(option)}`;
  return new Flag(option.type === 'flag' ? `--${name}` : `--${name} <${option.type}>`, doc);
}

function describeDefault(option: Option): string {
  const choices = 'choices' in option && option.choices ? ` (${option.choices.join(', ')})` : '';
  const fallback =
    option.default === undefined || option.default === '' ? '' : ` [${String(option.default)}]`;
  return choices + fallback;
}

/** The values that were given for the options of a generator. Throws HutError `option`. */
export function valuesOf({ options }: Pick<Definition, 'options'>, given: Given): Values {
  const named = Object.entries(options).filter(([name]) => given[camel(name)] !== undefined);
  return Object.fromEntries(
    named.map(([name, option]) => [
      name,
      parseOption(name, option, given[camel(name)] as string | boolean),
    ]),
  );
}

/** Adds `--with-<id> [value]` for each feature; its other options as `--<id>-<option>`. */
export function withFeatures(command: Command, lookup: Lookup): Command {
  for (const { id, summary, options } of featuresOf(lookup)) {
    command.addOption(new Flag(`--with-${id} [value]`, summary));
    for (const [name, option] of Object.entries(options))
      command.addOption(toFlag(`${id}-${name}`, option));
  }
  return command;
}

/** The features that were asked for, with their values. The value of `--with-<id>` is that of its first option. */
export function featureValuesOf(
  lookup: Lookup,
  given: Given,
): readonly { readonly definition: Definition; readonly values: Values }[] {
  return featuresOf(lookup)
    .filter(({ id }) => given[camel(`with-${id}`)] !== undefined)
    .map((definition) => ({ definition, values: featureValues(definition, given) }));
}

function featureValues({ id, options }: Definition, given: Given): Values {
  const prefixed = Object.entries(options).map(
    ([name, option]) => [`${id}-${name}`, option] as const,
  );
  const named = valuesOf({ options: Object.fromEntries(prefixed) }, given);
  const values = Object.entries(named).map(
    ([name, value]) => [name.slice(id.length + 1), value] as const,
  );
  const word = given[camel(`with-${id}`)];
  const [first] = Object.entries(options);
  const main =
    first && typeof word === 'string'
      ? [[first[0], parseOption(`with-${id}`, first[1], word)] as const]
      : [];
  return Object.fromEntries([...main, ...values]);
}

function featuresOf(lookup: Lookup): readonly Definition[] {
  return lookup.map(({ definition }) => definition).filter(({ feature }) => feature);
}

/** How commander names a flag's value: `with-ci` -> `withCi`. */
function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
