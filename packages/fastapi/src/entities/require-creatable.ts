import { HutError } from '@hut/errors';
import type { Entity } from '@hut/blueprint';
import { isWritable } from './entity-project.ts';

/** Throws HutError `hidden-required` when a record needs a value that no request may say and nothing else gives. */
export function requireCreatable(entity: Entity): void {
  const hidden = entity.fields.find((field) => {
    const isGiven = field.kind === 'scalar' && field.default !== undefined;
    return !isWritable(field) && !field.optional && !isGiven;
  });
  if (hidden === undefined) return;
  const how = hidden.private ? 'private' : 'readonly';
  const ways = hidden.kind === 'scalar' ? 'optional, or give it a default=' : 'optional';
  throw new HutError({
    id: 'hidden-required',
    message: `hut.yaml: ${entity.name}.${hidden.name} is ${how} but required, so no request could create a record`,
    hint: `Make it ${ways}, and set it in ${entity.name}Service.`,
  });
}
