import type { Entity, Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import {
  askedEntity,
  entityArgument,
  refuseBroughtField,
  requireField,
  setOptions,
  toSetRemovals,
  withoutSets,
  type Verb,
} from '@hut/kit';
import { findMentions, type FieldMention } from './field-mentions.ts';

/** `hut remove field Article.title`, with the sets that are named. Refused while the entity names the field elsewhere. */
export const removeFields: Verb = {
  arguments: [
    { ...entityArgument, holdsNext: true },
    { name: 'fields', doc: 'A field of it', many: true },
  ],
  options: { ...setOptions },
  amend: (asked) => {
    const entity = askedEntity(asked);
    const left = withoutSets(entity, asked.values);
    return [
      ...toSetRemovals(entity, asked.values),
      ...asked.args.slice(1).map((name) => removeField(left, name)),
    ];
  },
};

function removeField(entity: Entity, name: string): Splice {
  refuseBroughtField(entity, requireField(entity, name));
  const mentions = findMentions(entity, name);
  if (mentions.length > 0) throw fieldNeeded(entity, name, mentions);
  return { remove: ['entities', entity.name, 'fields', name] };
}

function fieldNeeded(
  { name: entity }: Entity,
  name: string,
  mentions: readonly FieldMention[],
): HutError {
  const flags = mentions.flatMap(({ flag }) => flag ?? []);
  return new HutError({
    id: 'needed',
    message: `${entity}.${name} is needed by ${mentions[0]!.place}`,
    hint:
      flags.length === mentions.length
        ? `Remove it with what names it: hut remove field ${entity} ${name} ${flags.join(' ')}`
        : 'Take it out of there in hut.yaml, and run the command again.',
  });
}
