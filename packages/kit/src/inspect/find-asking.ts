import { spliceBlueprint, writtenValue } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import type { Lookup } from '../lookup.ts';
import { readBlueprint } from '../read-blueprint.ts';
import { renderFile, toContributed } from '../render-project.ts';
import type { IsGone } from './why.ts';

interface Looking {
  readonly lookup: Lookup;
  readonly version: string;
  readonly hutYaml: string;
  readonly path: string;
  readonly isGone: IsGone;
}

/** With the name of the project, which stays whatever is taken out. */
interface NamedLooking extends Looking {
  readonly name: string;
}

type Key = readonly string[];

/** Keys that say what hut.yaml is, and not what the project is. */
const notAsked = new Set(['hut', 'generator', 'target', 'architecture', 'own', 'plugins']);

/**
 * The keys of hut.yaml without which a line would not be there, as `entities.Article.fields.title: string`: the
 * deepest ones. A key that nothing else can stand without says nothing.
 */
export function findAsking(looking: Looking): readonly string[] {
  const written = asMap(writtenValue(looking.hutYaml, []));
  const name = String(written.name);
  return Object.entries(written)
    .filter(([key]) => !notAsked.has(key))
    .flatMap(([key, value]) => deepest({ ...looking, name }, [key], value));
}

/** As printed: each key with what it says. */
function deepest(looking: NamedLooking, key: Key, value: unknown): readonly string[] {
  const without = isGoneWithout(looking, key);
  if (without === false) return [];
  const children = Object.entries(asMap(value));
  const below = children.flatMap(([child, said]) => deepest(looking, [...key, child], said));
  if (below.length > 0) return below;
  return without === true ? [print(key, value)] : [];
}

/** Undefined where hut.yaml is wrong without it: then it is asked of what is below. */
function isGoneWithout({ lookup, version, hutYaml, name, path, isGone }: NamedLooking, key: Key) {
  try {
    const text = spliceBlueprint(hutYaml, [{ remove: key }]);
    const blueprint = readBlueprint(text, { lookup, version, name, isDraft: true });
    return isGone(renderFile(toContributed(blueprint, lookup), path));
  } catch (error) {
    if (error instanceof HutError) return undefined;
    throw error;
  }
}

function asMap(value: unknown): Readonly<Record<string, unknown>> {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as Readonly<Record<string, unknown>>) : {};
}

function print(key: Key, value: unknown): string {
  const said = typeof value === 'object' ? '' : `: ${String(value)}`;
  return `${key.join('.')}${said}`;
}
