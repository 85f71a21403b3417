import type { Blueprint } from '@hut/blueprint';
import { places } from '@hut/fastapi';
import {
  assemble,
  renderTree,
  templateFiles,
  type Assembled,
  type Contributed,
  type Tree,
} from '@hut/render';
import type { Context } from './define-generator.ts';
import { findActive, type Found, type Lookup } from './lookup.ts';
import type { Values } from './option.ts';

/** A rendered project: its files, and all that was contributed to it. */
export interface Rendered {
  readonly tree: Tree;
  readonly assembled: Assembled;
}

/** blueprint -> contributions -> tree. Pure: the same blueprint and generators give the same bytes. */
export function renderProject(blueprint: Blueprint, lookup: Lookup): Rendered {
  const assembled = assemble(
    findActive(lookup, blueprint).flatMap((found) => contributionsOf(found, blueprint)),
  );
  return { tree: renderTree(assembled), assembled };
}

function contributionsOf(found: Found, blueprint: Blueprint): readonly Contributed[] {
  const { definition } = found;
  return definition
    .contribute(toContext(found, blueprint))
    .map((contribution) => ({ from: definition.id, contribution }));
}

function toContext({ definition, templates }: Found, blueprint: Blueprint): Context {
  return {
    blueprint,
    options: { ...defaultsOf(definition.options), ...blueprint.features[definition.id] },
    files: (folder, view = () => ({}), names = {}) =>
      templateFiles({ templates, folder: `${blueprint.target}/${folder}`, places, names, view }),
  };
}

function defaultsOf(options: Found['definition']['options']): Values {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, option]) =>
      option.default === undefined ? [] : [[name, option.default]],
    ),
  );
}
