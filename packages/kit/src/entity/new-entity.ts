import { toEntityValue, type Entity, type Layer, type Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import { text } from '../option.ts';
import type { Argument, Asked } from '../verb.ts';
import { findEntityOf, toEntityName } from './entity-name.ts';
import { parseFields } from './parse-fields.ts';

/** The words of a command that makes an entity. */
export const newEntityArguments: readonly Argument[] = [
  { name: 'entity', doc: 'Name of the entity, as in Article' },
  {
    name: 'fields',
    doc: 'A field, as in title:string:120',
    many: true,
    optional: true,
    isWanted: ({ args: [word = ''], blueprint }) => findEntityOf(blueprint, word) === undefined,
  },
];

/** The option that says what many of an entity are called. */
export const pluralOption = {
  plural: text('', 'What many are called in snake case, where English has another rule'),
} as const;

/** A new entity, and the edit that adds it, built as far as a layer. Throws HutError `entity-exists`, `field`. */
export function newEntity(
  { args, values, blueprint }: Asked,
  layer: Layer,
): { readonly entity: Entity; readonly splice: Splice } {
  const [word = '', ...words] = args;
  const name = toEntityName(word);
  const found = findEntityOf(blueprint, word);
  if (found !== undefined) throw entityExists(found, words);
  const entity: Entity = {
    name,
    ...(values['plural'] ? { plural: String(values['plural']) } : {}),
    fields: parseFields(words, { name, fields: [] }, blueprint),
    unique: [],
    index: [],
    layers: [layer],
    endpoint: { paginate: 'offset', embed: [] },
  };
  return { entity, splice: { set: ['entities', name], value: toEntityValue(entity) } };
}

/** What a command throws that would make an entity which is there; the hint adds the fields to it, where it has some. */
export function entityExists(entity: Entity, words: readonly string[] | null): HutError {
  return new HutError({
    id: 'entity-exists',
    message: `${entity.name} exists already`,
    hint: words === null ? 'Take another name.' : addFields(entity, words),
  });
}

function addFields({ name, fields }: Entity, words: readonly string[]): string {
  const isThere = (word: string): boolean =>
    fields.some((field) => field.name === word.split(':')[0]);
  const added = words.filter((word) => !isThere(word));
  return `Add fields to it: hut add field ${name} ${added.join(' ') || 'subtitle:string'}`;
}
