import { defineGenerator, layerCommands } from '@hut/kit';
import { contributeRepositories } from './repository.fastapi.ts';

/** How an entity is read and stored. */
export const generator = defineGenerator({
  id: 'repository',
  summary: 'How an entity is read and stored',
  ...layerCommands('repository'),
  contribute: contributeRepositories,
});
