import { spliceBlueprint, writtenValue } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import type { Lookup } from '../lookup.ts';
import { readBlueprint } from '../read-blueprint.ts';
import { renderProject } from '../render-project.ts';
import type { IsGone } from './why.ts';

interface Looking {
  readonly lookup: Lookup;
  readonly version: string;
  readonly hutYaml: string;
  readonly path: string;
  readonly isGone: IsGone;
}

type Key = readonly string[];

/** Keys that say what hut.yaml is, and not what the project is. */
const notAsked = new Set(['hut', 'generator', 'target', 'architecture', 'own', 'plugins']);

/**
 * The keys of hut.yaml without which a line would not be there, as `entities.Article.fields.title: string`: the
 * deepest ones. A key that nothing else can stand without says nothing.
 */
export function findAsking(looking: Looking): readonly string[] {
  const keys = Object.keys(asMap(writtenValue(looking.hutYaml, [])));
  return keys
    .filter((key) => !notAsked.has(key))
    .flatMap((key) => deepest(looking, [key]))
    .map((key) => print(key, writtenValue(looking.hutYaml, key)));
}

function deepest(looking: Looking, key: Key): readonly Key[] {
  const without = isGoneWithout(looking, key);
  if (without === false) return [];
  const children = Object.keys(asMap(writtenValue(looking.hutYaml, key)));
  const below = children.flatMap((child) => deepest(looking, [...key, child]));
  if (below.length > 0) return below;
  return without === true ? [key] : [];
}

/** Undefined where hut.yaml is wrong without it: then it is asked of what is below. */
function isGoneWithout({ lookup, version, hutYaml, path, isGone }: Looking, key: Key) {
  try {
    const text = spliceBlueprint(hutYaml, [{ remove: key }]);
    const name = String(writtenValue(hutYaml, ['name']));
    const blueprint = readBlueprint(text, { lookup, version, name, isDraft: true });
    return isGone(renderProject(blueprint, lookup).tree.get(path)?.text);
  } catch (error) {
    if (error instanceof HutError) return undefined;
    throw error;
  }
}

function asMap(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function print(key: Key, value: unknown): string {
  const said = typeof value === 'object' ? '' : `: ${String(value)}`;
  return `${key.join('.')}${said}`;
}
