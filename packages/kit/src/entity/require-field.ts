import type { Entity, Field } from '@hut/blueprint';
import { didYouMean, HutError } from '@hut/errors';

/** A field of an entity by its name. Throws HutError `no-field` with the command that adds it. */
export function requireField({ name: entity, fields }: Entity, name: string): Field {
  const found = fields.find((field) => field.name === name);
  if (found !== undefined) return found;
  const meant = didYouMean(
    name,
    fields.map((field) => field.name),
  );
  throw new HutError({
    id: 'no-field',
    message: `${entity} has no field ${name}`,
    hint: `${meant}Add it: hut add field ${entity} ${name}:string`,
  });
}
