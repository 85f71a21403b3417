import type { Blueprint, Entity, Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import { refuseBrought } from './refuse-brought.ts';

/** The edit that removes an entity. Throws HutError `brought`, and `needed` while a relation of another one points to it. */
export function removeEntity(
  entity: Entity,
  { entities }: Pick<Blueprint, 'entities'>,
): readonly Splice[] {
  refuseBrought(entity);
  const { name } = entity;
  const relations = entities
    .filter((other) => other.name !== name)
    .flatMap((other) =>
      other.fields
        .filter((field) => field.kind === 'relation' && field.target === name)
        .map((field) => `${other.name}.${field.name}`),
    );
  if (relations.length > 0) throw stillNeeded(name, relations);
  return [{ remove: ['entities', name] }];
}

function stillNeeded(name: string, relations: readonly string[]): HutError {
  return new HutError({
    id: 'needed',
    message: `${name} is needed: ${relations.join(', ')} ${relations.length === 1 ? 'points' : 'point'} to it`,
    hint: `Remove that first: hut remove field ${relations[0]!}`,
  });
}
