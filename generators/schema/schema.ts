import { defineGenerator, layerCommands } from '@hut/kit';
import { contributeSchemas } from './schema.fastapi.ts';

/** What the API takes and answers of an entity. */
export const generator = defineGenerator({
  id: 'schema',
  summary: 'What the API takes and answers of an entity',
  ...layerCommands('schema'),
  contribute: contributeSchemas,
});
