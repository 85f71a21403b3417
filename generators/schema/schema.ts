import { defineGenerator, layerCommands } from '@hut/kit';

/** What the API takes and answers of an entity. */
export const generator = defineGenerator({
  id: 'schema',
  summary: 'What the API takes and answers of an entity',
  ...layerCommands('schema'),
  contribute: () => [],
});
