import {
  addLayer,
  askedEntity,
  defineGenerator,
  embedOption,
  entityArgument,
  layerCommands,
  removeEndpoint,
  toEmbedSplices,
} from '@hut/kit';
import { contributeEndpoints } from './endpoint.fastapi.ts';

/** The routes of an entity. */
export const generator = defineGenerator({
  id: 'endpoint',
  summary: 'The routes of an entity: list, get, create, change, delete',
  ...layerCommands('endpoint'),
  options: { ...embedOption },
  amend: (asked) => {
    const entity = askedEntity(asked);
    return [...addLayer(entity, 'endpoint'), ...toEmbedSplices(entity, asked.values)];
  },
  verbs: {
    remove: {
      arguments: [entityArgument],
      amend: (asked) => removeEndpoint(askedEntity(asked)),
    },
  },
  contribute: contributeEndpoints,
});
