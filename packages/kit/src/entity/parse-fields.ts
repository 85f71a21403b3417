import { parseField, type Blueprint, type Entity, type Field } from '@hut/blueprint';
import { HutError } from '@hut/errors';

/** An entity that gets fields: its name, and those that it has. */
type Owner = Pick<Entity, 'name' | 'fields'>;

/** The fields that words like `title:string:120` say. Throws HutError `field`, and `field-exists` for a second one of a name. */
export function parseFields(
  words: readonly string[],
  owner: Owner,
  { entities }: Pick<Blueprint, 'entities'>,
): readonly Field[] {
  const names = [...new Set([...entities.map(({ name }) => name), owner.name])];
  const fields = words.map((word) => parseField(word, { entity: owner.name, entities: names }));
  for (const [index, { name }] of fields.entries()) {
    if (owner.fields.some((field) => field.name === name)) throw fieldExists(owner.name, name);
    if (fields.findIndex((field) => field.name === name) < index) throw saidTwice(name);
  }
  return fields;
}

function saidTwice(name: string): HutError {
  return new HutError({
    id: 'field-exists',
    message: `The field ${name} is there twice`,
    hint: 'Keep one of the two.',
  });
}

/** What a command throws that would make a field which is there. */
export function fieldExists(entity: string, name: string): HutError {
  return new HutError({
    id: 'field-exists',
    message: `${entity} has the field ${name} already`,
    hint: `Change it: hut change field ${entity}.${name} string:200. Or take another name.`,
  });
}
