import { didYouMean, HutError } from '@hut/errors';
import type { Blueprint, Brought, FeatureSchema } from '@hut/blueprint';
import type { TemplateSet } from '@hut/render';
import type { Definition } from './define-generator.ts';
import type { Values } from './option.ts';

/** A generator and its compiled templates. */
export interface Found {
  readonly definition: Definition;
  readonly templates: TemplateSet;
  /** The package of other people that it comes from; absent for our own. */
  readonly from?: { readonly name: string; readonly version: string };
}

/** Every generator that this process knows, by id. */
export type Lookup = readonly Found[];

/** The generators, each followed by the commands that it declares. */
export function withCommands(found: Lookup): Lookup {
  return found.flatMap((one) => [
    one,
    ...one.definition.commands.map((definition) => ({ ...one, definition, templates: {} })),
  ]);
}

/** The generator with an id. Throws HutError `generator` when there is none. */
export function requireGenerator(lookup: Lookup, id: string): Found {
  const found = lookup.find(({ definition }) => definition.id === id);
  if (found !== undefined) return found;
  throw noGenerator(
    id,
    lookup.map(({ definition }) => definition.id),
  );
}

/** What is thrown for an id that is none of those that there are. */
export function noGenerator(id: string, ids: readonly string[]): HutError {
  return new HutError({
    id: 'generator',
    message: `There is no generator "${id}"`,
    hint: `${didYouMean(id, ids)}There are ${ids.join(', ')}.`,
  });
}

/** What hut.yaml may say under `features`, from the definitions. */
export function toFeatureSchemas(lookup: Lookup): readonly FeatureSchema[] {
  return lookup
    .filter(({ definition }) => definition.feature)
    .map(({ definition: { id, options, summary } }) => ({ id, options, summary }));
}

/**
 * The generators that render a blueprint, sorted by id: the active ones, and those that provide what these require.
 * Throws HutError `missing-capability` when nobody provides it.
 */
export function findActive(lookup: Lookup, blueprint: Pick<Blueprint, 'features'>): Lookup {
  const active = new Set(lookup.filter(({ definition }) => definition.isActive(blueprint)));
  for (const { definition } of active) {
    for (const capability of definition.requires(optionsOf(definition, blueprint.features)))
      active.add(requireProvider(lookup, definition, capability));
  }
  return [...active].sort((a, b) => (a.definition.id < b.definition.id ? -1 : 1));
}

/** The ids of the features of a project that another generator comes along with. */
export function findRequirers(
  lookup: Lookup,
  { provides }: Pick<Definition, 'provides'>,
  features: Blueprint['features'],
): readonly string[] {
  const needs = ({ definition }: Found): boolean =>
    definition
      .requires(optionsOf(definition, features))
      .some((capability) => provides.includes(capability));
  return findActive(lookup, { features })
    .filter(needs)
    .map(({ definition: { id } }) => id);
}

/** The entities that the generators of these features bring. Throws as `findActive` does. */
export function findBrought(lookup: Lookup, features: Blueprint['features']): readonly Brought[] {
  return findActive(lookup, { features }).flatMap(({ definition }) => {
    const values = optionsOf(definition, features);
    return Object.entries(definition.brings(values)).map(([name, value]) => ({
      name,
      by: definition.id,
      value,
      ...toNamedAt(definition, values, name),
    }));
  });
}

function toNamedAt(
  { id, options }: Definition,
  values: Values,
  entity: string,
): Pick<Brought, 'namedAt'> {
  for (const [name, option] of Object.entries(options)) {
    if (option.type !== 'text' || option.namesEntity !== true || values[name] !== entity) continue;
    return { namedAt: { path: ['features', id, name], fallback: option.default } };
  }
  return {};
}

/** The options of a generator: what hut.yaml says, and the defaults of what it does not say. */
export function optionsOf(
  { id, options }: Pick<Definition, 'id' | 'options'>,
  features: Blueprint['features'],
): Values {
  const defaults = Object.entries(options).flatMap(([name, option]) =>
    option.default === undefined ? [] : [[name, option.default]],
  );
  return { ...Object.fromEntries(defaults), ...features[id] };
}

function requireProvider(lookup: Lookup, { id }: Definition, capability: string): Found {
  const provider = lookup.find(({ definition }) => definition.provides.includes(capability));
  if (provider) return provider;
  throw new HutError({
    id: 'missing-capability',
    message: `${id} requires "${capability}", and no generator provides it`,
    hint: 'Install a generator package that provides it: hut list shows what each one does.',
  });
}
