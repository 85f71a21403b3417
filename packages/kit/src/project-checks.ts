import type { Blueprint } from '@hut/blueprint';
import { checkKind, type Assembled, type Check } from '@hut/render';
import type { Lookup } from './lookup.ts';
import { readBlueprint } from './read-blueprint.ts';
import { renderProject } from './render-project.ts';

/** What says whether a project is right, and the lowest Python that it runs on. */
export interface ProjectChecks {
  readonly checks: readonly Check[];
  readonly python: string;
}

/** The checks of a project that is rendered. */
export function toChecks({ python }: Blueprint, assembled: Assembled): ProjectChecks {
  return { checks: assembled.of(checkKind), python };
}

/** The checks of the project that a hut.yaml describes. Throws HutError for one that is wrong. */
export function checksOf(
  hutYaml: string,
  generators: { readonly lookup: Lookup; readonly version: string },
): ProjectChecks {
  const blueprint = readBlueprint(hutYaml, generators);
  return toChecks(blueprint, renderProject(blueprint, generators.lookup).assembled);
}
