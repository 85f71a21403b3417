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
  const known = new Set(owner.fields.map(({ name }) => name));
  for (const { name } of fields) {
    if (known.has(name)) throw fieldExists(owner.name, name);
    known.add(name);
  }
  return fields;
}

/** What a command throws that would make a field which is there. */
export function fieldExists(entity: string, name: string): HutError {
  return new HutError({
    id: 'field-exists',
    message: `${entity} has the field ${name} already`,
    hint: `Change it: hut change field ${entity}.${name} string:200. Or take another name.`,
  });
}
