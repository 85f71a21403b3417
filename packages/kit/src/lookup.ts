import { HutError } from '@hut/errors';
import type { Blueprint, FeatureSchema } from '@hut/blueprint';
import type { TemplateSet } from '@hut/render';
import type { Definition } from './define-generator.ts';

/** A generator and its compiled templates. */
export interface Found {
  readonly definition: Definition;
  readonly templates: TemplateSet;
}

/** Every generator that this process knows, by id. */
export type Lookup = readonly Found[];

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
export function findActive(lookup: Lookup, blueprint: Blueprint): Lookup {
  const active = new Set(lookup.filter(({ definition }) => definition.isActive(blueprint)));
  for (const { definition } of active) {
    for (const capability of definition.requires)
      active.add(requireProvider(lookup, definition, capability));
  }
  return [...active].sort((a, b) => (a.definition.id < b.definition.id ? -1 : 1));
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
