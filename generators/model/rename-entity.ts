import type { Blueprint, Entity, Splice } from '@hut/blueprint';
import {
  askedEntity,
  entityArgument,
  entityExists,
  findEntityOf,
  refuseBrought,
  toEntityName,
  type Asked,
  type Verb,
} from '@hut/kit';

/** `hut rename model Article Post`: the key or the option that names it, a hint for the rendering, and every relation to it. */
export const renameEntity: Verb = {
  arguments: [entityArgument, { name: 'name', doc: 'Its new name' }],
  amend: (asked) => {
    const entity = askedEntity(asked);
    if (entity.namedAt === undefined) refuseBrought(entity);
    const [, word] = asked.args;
    if (word === undefined) return [];
    const name = toEntityName(word);
    if (name === entity.name) return [];
    const other = findEntityOf(asked.blueprint, name);
    if (other !== undefined && other.name !== entity.name) throw entityExists(other, null);
    return [
      ...relationSplices(asked, entity.name, name),
      ...toOptionSplices(entity, name),
      ...(asked.written(['entities', entity.name]) === undefined
        ? []
        : [{ rename: ['entities', entity.name], to: name }]),
      toHintSplice(entity, name),
    ];
  },
};

/** What a generator brings is called as one of its options says. */
function toOptionSplices({ namedAt }: Entity, name: string): readonly Splice[] {
  if (namedAt === undefined) return [];
  const { path, fallback } = namedAt;
  return [name === fallback ? { remove: path } : { set: path, value: name }];
}

/** A rename on its way goes on from the first name; one that leads back is none. */
function toHintSplice({ name: from, was = from }: Entity, name: string): Splice {
  const path = ['entities', name, 'was'];
  return was === name ? { remove: path } : { set: path, value: was };
}

function relationSplices(
  { blueprint, written }: Pick<Asked, 'blueprint' | 'written'>,
  from: string,
  to: string,
): readonly Splice[] {
  return relationsTo(blueprint, from).map((path): Splice => {
    const value = written(path);
    const isText = typeof value === 'string';
    const typePath = isText ? path : [...path, 'type'];
    const type = String(isText ? value : written(typePath));
    return { set: typePath, value: `${to}${type.slice(from.length)}` };
  });
}

function relationsTo({ entities }: Blueprint, target: string): readonly (readonly string[])[] {
  return entities.flatMap(({ name, fields }) =>
    fields
      .filter(
        (field) =>
          field.kind === 'relation' && field.target === target && field.broughtBy === undefined,
      )
      .map((field) => ['entities', name, 'fields', field.name]),
  );
}
