import { defineGenerator } from '@hut/kit';
import { addService } from './add-service.ts';
import { removeService } from './remove-service.ts';
import { contributeServices } from './service.fastapi.ts';

/** The rules of an entity, or of none. */
export const generator = defineGenerator({
  id: 'service',
  summary: 'Business rules of an entity, or a service of no entity',
  builds: ['entities', 'services'],
  ...addService,
  verbs: { remove: removeService },
  contribute: contributeServices,
});
