import type { Splice } from '@hut/blueprint';
import {
  addLayer,
  entityExists,
  findEntityOf,
  newEntity,
  toEmbedSplices,
  toSetSplices,
  type Asked,
} from '@hut/kit';

/** A new entity with all layers; one that is there gets those that it lacks. Throws HutError. */
export function addCrud(asked: Asked): readonly Splice[] {
  const { args, values, blueprint } = asked;
  const [word = '', ...words] = args;
  const found = findEntityOf(blueprint, word);
  if (found === undefined) {
    const { entity, splice } = newEntity(asked, 'endpoint');
    return [splice, ...toSetSplices(entity, values), ...toEmbedSplices(entity, values)];
  }
  if (words.length > 0 || values['plural']) throw entityExists(found, words);
  return [
    ...addLayer(found, 'endpoint'),
    ...toSetSplices(found, values),
    ...toEmbedSplices(found, values),
  ];
}
