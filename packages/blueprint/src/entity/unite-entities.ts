import type { Field, Relation, Scalar } from '../field/field.ts';
import { toFieldValue } from '../field/print-field.ts';
import type { Refuse } from '../mistake.ts';
import type { Brought } from './brought.ts';
import { LAYERS, type Entity } from './entity.ts';

/** An entity, marked with all its fields as what a generator brings. */
export function markBrought(entity: Entity, { by, namedAt }: Brought): Entity {
  const fields = entity.fields.map((field) => ({ ...field, broughtBy: by }));
  return { ...entity, fields, broughtBy: by, ownLayers: [], ...(namedAt && { namedAt }) };
}

/**
 * The entities of hut.yaml and those that generators bring, each name once: fields are united, and one that both
 * have is the person's. Notes fields that the generator cannot work with.
 */
export function uniteEntities(
  written: readonly Entity[],
  brought: readonly Entity[],
  refuse: Refuse,
): readonly Entity[] {
  return brought.reduce<readonly Entity[]>((entities, other) => {
    const own = entities.find(({ name }) => name === other.name);
    if (own === undefined) return [...entities, other];
    return entities.map((entity) => (entity === own ? unite(own, other, refuse) : entity));
  }, written);
}

function unite(own: Entity, other: Entity, refuse: Refuse): Entity {
  for (const field of own.fields) {
    const twin = other.fields.find(({ name }) => name === field.name);
    if (twin !== undefined) refuseMisfit(own.name, field, twin, refuse);
    else refuseUnknown(field, other, refuse);
  }
  const isNew = ({ name }: Field): boolean => own.fields.every((field) => field.name !== name);
  return {
    ...own,
    fields: [...other.fields.filter(isNew), ...own.fields],
    unique: [...other.unique, ...own.unique],
    index: [...other.index, ...own.index],
    layers: LAYERS.filter((layer) => [...own.layers, ...other.layers].includes(layer)),
    endpoint: { ...other.endpoint, ...own.endpoint },
    ...(other.broughtBy === undefined ? {} : { broughtBy: other.broughtBy }),
    ...(other.namedAt && { namedAt: other.namedAt }),
    // A model comes along in any case: who writes nothing of layers asks for none.
    ownLayers: own.layers.filter((layer) => layer !== LAYERS[0] || own.layers.length > 1),
  };
}

/** Whose records no request says, the generator makes alone: of a person's field it knows nothing. */
function refuseUnknown(own: Field, { name, layers, broughtBy }: Entity, refuse: Refuse): void {
  const isRequest = layers.some((layer) => layer !== LAYERS[0]);
  if (isRequest || !isDemanded(own)) return;
  refuse(
    ['entities', name, 'fields', own.name],
    `${name} comes with ${broughtBy!}, which makes its records without this field`,
    `Make the field optional${own.kind === 'scalar' ? ', or give it a default=' : ''}. Is ${name} something else, give it another name: hut rename model ${name} ${name}Entry.`,
    'key',
  );
}

function isDemanded(field: Field): boolean {
  const hasDefault = field.kind === 'scalar' && field.default !== undefined;
  return !field.optional && !hasDefault;
}

/** A person's field stands in for a brought one when all that the generator does with it works. */
function refuseMisfit(entity: string, own: Field, brought: Field, refuse: Refuse): void {
  if (isLike(own, brought) && isAsOpen(own, brought)) return;
  const wanted = String(toFieldValue(brought));
  refuse(
    ['entities', entity, 'fields', own.name],
    `${brought.broughtBy!} brings this field as ${wanted}`,
    `Change yours to that: hut change field ${entity}.${own.name} ${wanted}. Or rename it.`,
    'key',
  );
}

/** As unique at least, as private, and as free to be written. */
function isAsOpen(own: Field, brought: Field): boolean {
  return (
    (own.unique || !brought.unique) &&
    (own.private || !brought.private) &&
    (!own.readonly || brought.readonly)
  );
}

function isLike(own: Field, brought: Field): boolean {
  if (own.kind === 'scalar') return brought.kind === 'scalar' && isSameType(own, brought);
  return brought.kind === 'relation' && isSameRelation(own, brought);
}

function isSameType({ type: own }: Scalar, { type: brought }: Scalar): boolean {
  return own.name === brought.name;
}

function isSameRelation(own: Relation, brought: Relation): boolean {
  return own.target === brought.target && own.cardinality === brought.cardinality;
}
