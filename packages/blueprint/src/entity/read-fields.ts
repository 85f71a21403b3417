import { HutError } from '@hut/errors';
import type { Field } from '../field/field.ts';
import type { Refuse } from '../mistake.ts';
import { readField } from '../field/read-field.ts';
import { readMap } from '../read-map.ts';

/** The value of `fields` in, the fields that could be read out, in the order of the file. */
export function readFields(
  entity: string,
  value: unknown,
  entities: readonly string[],
  refuse: Refuse,
): readonly Field[] {
  const path = ['entities', entity, 'fields'];
  const entries = readMap(value, path, 'fields: { title: string }', refuse);
  return entries.flatMap(([name, field]) => {
    try {
      return [readField(name, field, { entity, entities })];
    } catch (error) {
      if (!(error instanceof HutError)) throw error;
      refuse([...path, name], error.message, error.hint, 'key');
      return [];
    }
  });
}
