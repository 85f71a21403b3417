import { didYouMean, HutError } from '@hut/errors';
import { findEntityOf, removeLayer, type Verb } from '@hut/kit';
import { addService, toServiceName } from './add-service.ts';

/** The inverse of `hut add service`. */
export const removeService: Verb = {
  arguments: addService.arguments,
  amend: ({ args: [word = ''], blueprint }) => {
    const { entities, services } = blueprint;
    const entity = findEntityOf(blueprint, word);
    if (entity !== undefined) return removeLayer(entity, 'service');
    const service = toServiceName(word);
    if (services.includes(service)) return [{ drop: ['services'], item: service }];
    throw noService(word, [...services, ...entities.map(({ name }) => name)]);
  },
};

function noService(word: string, names: readonly string[]): HutError {
  return new HutError({
    id: 'no-service',
    message: `There is no service ${word}, and no entity of that name`,
    hint: `${didYouMean(word, names)}Services: ${names.join(', ') || 'none'}.`,
  });
}
