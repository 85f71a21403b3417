import type { Entity } from '../entity/entity.ts';
import { pluralOf, singularOf } from './inflection.ts';
import { PYTHON_KEYWORDS } from './reserved-words.ts';
import { pascalCase, snakeCase, wordsOf } from './words.ts';

/** The name of an entity from what a person typed: `blog posts` is BlogPost, `HTTPLog` stays. */
export function classNameOf(name: string): string {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  const isAcronym = last.length > 1 && last === last.toUpperCase();
  const lower = last.toLowerCase();
  const singular = singularOf(lower);
  if (isAcronym || singular === lower) return pascalCase(name);
  return pascalCase([...words.slice(0, -1), singular].join(' '));
}

/** The plural of an entity in snake case, the name of its table: chosen by a person, else by the language. */
export function tableNameOf(entity: Pick<Entity, 'name' | 'plural'>): string {
  const many = pluralOf(snakeCase(entity.name));
  // Many of A are as.
  return entity.plural ?? (PYTHON_KEYWORDS.has(many) ? `all_${many}` : many);
}

/** The entity that a person means, in any case and spelling, singular or plural; undefined when there is none. */
export function findEntity<Named extends Pick<Entity, 'name' | 'plural'>>(
  entities: readonly Named[],
  name: string,
): Named | undefined {
  const exact = entities.find((entity) => entity.name === name);
  const meant = flat(name);
  return (
    exact ??
    entities.find((entity) => flat(entity.name) === meant) ??
    entities.find((entity) => flat(tableNameOf(entity)) === meant)
  );
}

function flat(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
