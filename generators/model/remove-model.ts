import {
  askedEntity,
  entityArgument,
  layerNeeded,
  layersAbove,
  refuseBrought,
  removeEntity,
  type Verb,
} from '@hut/kit';

/** `hut remove model Article`: the entity, when no layer and no other entity needs it. */
export const removeModel: Verb = {
  arguments: [entityArgument],
  amend: (asked) => {
    const entity = askedEntity(asked);
    refuseBrought(entity);
    if (layersAbove(entity, 'model').length > 0) throw layerNeeded(entity, 'model');
    return removeEntity(entity, asked.blueprint);
  },
};
