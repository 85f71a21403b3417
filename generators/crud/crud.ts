import {
  defineGenerator,
  embedOption,
  newEntityArguments,
  pluralOption,
  setOptions,
} from '@hut/kit';
import { addCrud } from './add-crud.ts';
import { removeCrud } from './remove-crud.ts';

/** All layers of an entity at once. */
export const generator = defineGenerator({
  id: 'crud',
  aliases: ['resource'],
  summary: 'An entity with all its layers, from the model to the routes',
  options: { ...pluralOption, ...setOptions, ...embedOption },
  arguments: newEntityArguments,
  amend: addCrud,
  verbs: { remove: removeCrud },
});
