import type { Blueprint, Entity } from '@hut/blueprint';
import { didYouMean, HutError } from '@hut/errors';
import { findEntityOf } from './entity-name.ts';

/** The entity that a word means, in any case, singular or plural. Throws HutError `no-entity` with the command that adds it. */
export function requireEntity(blueprint: Pick<Blueprint, 'entities'>, word: string): Entity {
  const found = findEntityOf(blueprint, word);
  if (found !== undefined) return found;
  const meant = didYouMean(
    word,
    blueprint.entities.map(({ name }) => name),
  );
  throw new HutError({
    id: 'no-entity',
    message: `There is no entity ${word}`,
    hint: `${meant}${meant === '' ? 'Add' : 'If not, add'} it: hut add model ${word}`,
  });
}
