import type { Entity, Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import { askedEntity, entityArgument, requireField, type Verb } from '@hut/kit';
import { findMentions } from './field-mentions.ts';

/** `hut remove field Article.title`. Refused while the entity names the field elsewhere. */
export const removeFields: Verb = {
  arguments: [
    { ...entityArgument, holdsNext: true },
    { name: 'fields', doc: 'A field of it', many: true },
  ],
  amend: (asked) => {
    const entity = askedEntity(asked);
    return asked.args.slice(1).map((name) => removeField(entity, name));
  },
};

function removeField(entity: Entity, name: string): Splice {
  requireField(entity, name);
  const [mention] = findMentions(entity, name);
  if (mention !== undefined) throw fieldNeeded(entity, name, mention.place);
  return { remove: ['entities', entity.name, 'fields', name] };
}

function fieldNeeded({ name: entity }: Entity, name: string, place: string): HutError {
  return new HutError({
    id: 'needed',
    message: `${entity}.${name} is needed by ${place}`,
    hint: `Take it out of there in hut.yaml, and run the command again.`,
  });
}
