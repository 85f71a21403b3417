import { didYouMean } from '@hut/errors';
import type { Entity } from './entity.ts';
import type { Field } from '../field/field.ts';
import type { Path, Refuse } from '../mistake.ts';
import { keyBytesOf, MOST_KEY_BYTES } from '../field/key-bytes.ts';
import { SCALAR_TYPES } from '../field/scalar-types.ts';

/** What a name in `unique`, `index`, `embed` and `owner` must be a name of. */
interface Naming {
  readonly entity: Entity;
  readonly refuse: Refuse;
}

const BUILT_IN = ['created_at', 'updated_at'];

/** Notes names in the sets and routes of one entity that do not fit there. */
export function refuseSetMistakes(entity: Entity, refuse: Refuse): void {
  const naming = { entity, refuse };
  const path = ['entities', entity.name];
  for (const [index, set] of entity.unique.entries()) {
    refuseSet(naming, set, [...path, 'unique', String(index)]);
  }
  for (const [index, set] of entity.index.entries()) {
    refuseSet(naming, set, [...path, 'index', String(index)]);
  }
  for (const name of entity.endpoint.embed) {
    requireField(naming, name, [...path, 'endpoint', 'embed'], refuseEmbed);
  }
  const { owner } = entity.endpoint;
  if (owner !== undefined) requireField(naming, owner, [...path, 'endpoint', 'owner'], refuseOwner);
}

function refuseSet(naming: Naming, set: readonly string[], path: Path): void {
  const { refuse } = naming;
  const key = path[2] ?? '';
  if (set.length < 2) {
    refuse(
      path,
      'a set has two fields or more',
      `For one field write the modifier ${key} in its type.`,
    );
  }
  if (new Set(set).size < set.length)
    refuse(path, 'a field stands there twice', 'Keep one of the two.');
  const refuseKey = (field: Field) => whyNoKey(field, key);
  for (const name of set) {
    if (!BUILT_IN.includes(name)) requireField(naming, name, path, refuseKey);
  }
  refuseLongSet(naming, set, path);
}

function refuseLongSet({ entity, refuse }: Naming, set: readonly string[], path: Path): void {
  const bytes = set.reduce((sum, name) => sum + bytesOf(entity, name), 0);
  if (bytes <= MOST_KEY_BYTES) return;
  const message = `together the fields fill ${String(bytes)} bytes, and an index takes ${String(MOST_KEY_BYTES)} in every database`;
  refuse(path, message, 'Give the texts a length, as in string:120: a character counts for four.');
}

/** A relation stands for the key that it is stored as. */
function bytesOf({ fields }: Entity, name: string): number {
  const field = fields.find((candidate) => candidate.name === name);
  return keyBytesOf(field?.kind === 'scalar' ? field.type : { name: 'uuid' });
}

type Refusal = readonly [message: string, hint: string] | undefined;

function requireField(
  { entity, refuse }: Naming,
  name: string,
  path: Path,
  refusalOf: (field: Field) => Refusal,
): void {
  const field = entity.fields.find((candidate) => candidate.name === name);
  if (field === undefined) {
    const names = entity.fields.map((candidate) => candidate.name);
    const fields = names.length === 0 ? 'It has no fields.' : `Fields: ${names.join(', ')}.`;
    const hint = `${didYouMean(name.replace(/_ids?$/u, ''), names)}${fields}`;
    refuse(path, `${entity.name} has no field ${name}`, hint);
    return;
  }
  const refusal = refusalOf(field);
  if (refusal) refuse(path, ...refusal);
}

function whyNoKey(field: Field, key: string): Refusal {
  if (field.kind === 'relation') {
    if (field.cardinality !== 'many-to-many') return undefined;
    return [`${field.name} is a list, which has no ${key}`, 'Take it out of the set.'];
  }
  const { noKey } = SCALAR_TYPES[field.type.name];
  return noKey === undefined
    ? undefined
    : [`${field.name}: ${field.type.name} ${noKey}`, 'Take it out of the set.'];
}

function refuseEmbed(field: Field): Refusal {
  if (field.kind === 'relation') {
    return field.private
      ? [`${field.name} is private`, 'What is private stays out of answers.']
      : undefined;
  }
  return [
    `${field.name} is no relation`,
    'Only relations are nested; values are in answers anyway.',
  ];
}

function refuseOwner(field: Field): Refusal {
  if (field.kind === 'relation' && field.cardinality !== 'many-to-many') return undefined;
  return [`${field.name} is no relation to one entity`, 'The owner is one user: author: User.'];
}
