import { classNameOf, findEntity, type Blueprint, type Entity } from '@hut/blueprint';

/** Words of letters and digits in any spelling; anything else is left to be refused. */
const spelling = /^[A-Za-z][A-Za-z0-9]*(?:[ _-][A-Za-z0-9]+)*$/;

/** The entity of a blueprint that has the name which a word makes. */
export function findEntityOf(
  { entities }: Pick<Blueprint, 'entities'>,
  word: string,
): Entity | undefined {
  return findEntity(entities, word) ?? findEntity(entities, toEntityName(word));
}

/** The name of an entity that a word makes: `blog posts` is BlogPost. */
export function toEntityName(word: string): string {
  return spelling.test(word) ? classNameOf(word) : word;
}
