import type { Entity } from './entity.ts';
import type { Field, Relation } from '../field/field.ts';
import { singularOf } from '../names/inflection.ts';
import type { Refuse } from '../mistake.ts';

/** Notes fields of one entity that stand in each other's way. */
export function refuseFieldMistakes(entity: Entity, refuse: Refuse): void {
  for (const field of entity.fields) {
    if (field.kind === 'relation') refuseKeyName(entity, field, refuse);
    refuseWas(entity, field, refuse);
  }
}

/** The name under which the API and the table know what a relation points to: `author_id`, `tag_ids`. */
export function keyNameOf({ name, cardinality }: Pick<Relation, 'name' | 'cardinality'>): string {
  return cardinality === 'many-to-many' ? `${singularOf(name)}_ids` : `${name}_id`;
}

function refuseKeyName(entity: Entity, relation: Relation, refuse: Refuse): void {
  const key = keyNameOf(relation);
  const path = ['entities', entity.name, 'fields'];
  if (entity.fields.some(({ name }) => name === key)) {
    const hint = 'Remove it: the relation brings it along.';
    refuse(
      [...path, key],
      `${key} is what the relation ${relation.name} is stored as`,
      hint,
      'key',
    );
  }
  const twin = entity.fields.find(
    (other) => other.kind === 'relation' && other !== relation && keyNameOf(other) === key,
  );
  if (twin && twin.name > relation.name) {
    refuse(
      [...path, twin.name],
      `it is stored as ${key}, like ${relation.name}`,
      'Rename one of them.',
      'key',
    );
  }
}

function refuseWas({ name: entity, fields }: Entity, { name, was }: Field, refuse: Refuse): void {
  if (was === undefined) return;
  const path = ['entities', entity, 'fields', name];
  if (fields.some((other) => other.name === was)) {
    refuse(
      path,
      `was=${was}: ${was} is still there`,
      'A field takes the name of one that is gone.',
      'key',
    );
  }
  const first = fields.find((other) => other.was === was);
  if (first && first.name !== name) {
    refuse(path, `was=${was}: ${first.name} was ${was} too`, 'Remove one of the two.', 'key');
  }
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(was)) {
    refuse(path, `was=${was} is no name of a field`, 'Write the name before: was=title.', 'key');
  }
}
