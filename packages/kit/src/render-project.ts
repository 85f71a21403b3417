import { snakeCase, tableNameOf, type Blueprint, type Entity } from '@hut/blueprint';
import { checkSpelling } from '@hut/commit';
import { HutError } from '@hut/errors';
import { places } from '@hut/fastapi';
import {
  assemble,
  fileKind,
  renderTree,
  templateFiles,
  type Assembled,
  type Contributed,
  type Tree,
} from '@hut/render';
import type { Context } from './define-generator.ts';
import { findActive, optionsOf, type Found, type Lookup } from './lookup.ts';

/** A rendered project: its files, and all that was contributed to it. */
export interface Rendered {
  readonly tree: Tree;
  readonly assembled: Assembled;
}

/** blueprint -> contributions -> tree. Pure: the same blueprint and generators give the same bytes. */
export function renderProject(blueprint: Blueprint, lookup: Lookup): Rendered {
  const assembled = assemble(toContributed(blueprint, lookup));
  const tree = renderTree(assembled);
  for (const [path, { generator }] of tree) requireSpelling(path, generator);
  return { tree, assembled };
}

/** Before anything is decided, and with the name of whoever contributed the file. */
function requireSpelling(path: string, generator: string): void {
  try {
    checkSpelling(path);
  } catch (error) {
    const { id, message, hint } = error as HutError;
    throw new HutError({
      id,
      message: `${generator} contributes a file that cannot be: ${message}`,
      hint,
    });
  }
}

/** One file of what was contributed, and no other; undefined where there is none of that path. */
export function renderFile(contributed: readonly Contributed[], path: string): string | undefined {
  const assembled = assemble(contributed);
  return assembled
    .of(fileKind)
    .find((file) => file.path === path)
    ?.render(assembled);
}

/** All that the generators of a blueprint contribute, by generator. */
export function toContributed(blueprint: Blueprint, lookup: Lookup): readonly Contributed[] {
  const active = findActive(lookup, blueprint);
  const capabilities = new Set(active.flatMap(({ definition }) => definition.provides));
  return active.flatMap((found) =>
    found.definition
      .contribute(toContext(found, blueprint, capabilities))
      .map((contribution) => ({ from: found.definition.id, contribution })),
  );
}

function toContext(
  { definition, templates }: Found,
  blueprint: Blueprint,
  capabilities: ReadonlySet<string>,
): Context {
  const from = { generator: definition.id, templates, places, moved: definition.moved };
  return {
    blueprint,
    entities: blueprint.entities,
    options: optionsOf(definition, blueprint.features),
    has: (capability) => capabilities.has(capability),
    files: (folder, view = () => ({}), names = {}, about) =>
      templateFiles({ ...from, folder: `${blueprint.target}/${folder}`, names, view, about }),
    entityFiles: (folder, entity, view) =>
      templateFiles({
        ...from,
        folder: `${blueprint.target}/${folder}`,
        names: entityNames(entity),
        oldNames: oldNames(entity),
        about: entity.name,
        view,
      }),
  };
}

function entityNames(entity: Pick<Entity, 'name' | 'plural'>): Readonly<Record<string, string>> {
  return { entity: snakeCase(entity.name), entities: tableNameOf(entity) };
}

/** A plural that a person chose stays through a rename; any other follows the name. */
function oldNames({ was, plural }: Entity): Readonly<Record<string, string>> | undefined {
  if (was === undefined) return undefined;
  return entityNames({ name: was, ...(plural !== undefined && { plural }) });
}
