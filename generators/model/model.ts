import {
  defineGenerator,
  newEntity,
  newEntityArguments,
  pluralOption,
  setOptions,
  toSetSplices,
} from '@hut/kit';
import { makeFastapiMigration } from './migration.fastapi.ts';
import { examineMigrations } from './examine.fastapi.ts';
import { isMigrationUsed } from './is-used.fastapi.ts';
import { removeModel } from './remove-model.ts';
import { renameEntity } from './rename-entity.ts';
import { contributeModels } from './model.fastapi.ts';

/** What is stored of an entity. */
export const generator = defineGenerator({
  id: 'model',
  summary: 'An entity: its mapped class, migration and factory',
  builds: ['entities'],
  options: { ...pluralOption, ...setOptions },
  arguments: newEntityArguments,
  amend: (asked) => {
    const { entity, splice } = newEntity(asked, 'model');
    return [splice, ...toSetSplices(entity, asked.values)];
  },
  verbs: { remove: removeModel, rename: renameEntity },
  contribute: contributeModels,
  make: makeFastapiMigration,
  isUsed: isMigrationUsed,
  examine: examineMigrations,
});
