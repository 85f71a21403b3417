import { askedEntity, entityArgument, removeEndpoint, removeEntity, type Verb } from '@hut/kit';

/** The inverse of `hut add crud`: the entity, or the routes of one that was there before. */
export const removeCrud: Verb = {
  arguments: [entityArgument],
  amend: (asked) => {
    const entity = askedEntity(asked);
    const isWhole = String(entity.layers) === 'endpoint';
    return isWhole ? removeEntity(entity, asked.blueprint) : removeEndpoint(entity);
  },
};
