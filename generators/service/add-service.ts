import { pascalCase } from '@hut/blueprint';
import { addLayer, findEntityOf, type Verb } from '@hut/kit';

/** `hut add service Article` of an entity, `hut add service Payment` of none. */
export const addService: Verb = {
  arguments: [{ name: 'name', doc: 'An entity of the project, or the name of a service of none' }],
  amend: ({ args: [word = ''], blueprint }) => {
    const entity = findEntityOf(blueprint, word);
    if (entity !== undefined) return addLayer(entity, 'service');
    return [{ add: ['services'], item: toServiceName(word) }];
  },
};

/** A word that is no name is left to be refused. */
export function toServiceName(word: string): string {
  return /^[A-Za-z][A-Za-z0-9]*(?:[ _-][A-Za-z0-9]+)*$/.test(word) ? pascalCase(word) : word;
}
