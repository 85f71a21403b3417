import { byText } from '../plain/by-text.ts';
import { didYouMean } from '@hut/errors';
import { refuseCrossMistakes } from './entity-rules.ts';
import type { Entity } from './entity.ts';
import { ENTITY_KEYS } from '../key-order.ts';
import type { Refuse } from '../mistake.ts';
import { refuseEntityName, refusePlural } from '../names/name-rules.ts';
import type { Brought } from './brought.ts';
import { markBrought, uniteEntities } from './unite-entities.ts';
import { readEndpoint } from './read-endpoint.ts';
import { readFields } from './read-fields.ts';
import { readLayers } from './read-layers.ts';
import { readMap } from '../read-map.ts';
import { show } from '../read-option.ts';

type Values = ReadonlyMap<string, unknown>;

/** The value of `entities` in, entities out, sorted by name, with those that features bring; notes every mistake. */
export function readEntities(
  value: unknown,
  brought: readonly Brought[],
  refuse: Refuse,
): readonly Entity[] {
  const entries = readMap(value, ['entities'], 'entities: {}', refuse);
  const names = [...entries.map(([name]) => name), ...brought.map(({ name }) => name)];
  const written = entries.map(([name, body]) => readEntity(name, body, names, refuse));
  const others = brought.map((one) =>
    markBrought(readEntity(one.name, one.value, names, blaming(one.by, refuse)), one),
  );
  const entities = uniteEntities(written, others, refuse).toSorted((left, right) =>
    byText(left.name, right.name),
  );
  refuseCrossMistakes(entities, refuse);
  return entities;
}

/** hut.yaml does not hold what a generator brings: the message says whose mistake it is. */
function blaming(by: string, refuse: Refuse): Refuse {
  return (path, message, ...rest) => refuse(path, `${message} (${by} brings it)`, ...rest);
}

function readEntity(name: string, body: unknown, names: readonly string[], refuse: Refuse): Entity {
  const path = ['entities', name];
  const refusal = refuseEntityName(name);
  if (refusal) refuse(path, refusal.message, refusal.hint, 'key');
  const values: Values = new Map(readMap(body, path, `${name}: { fields: {} }`, refuse));
  refuseUnknownKeys(name, values, refuse);
  return {
    name,
    ...readNames(name, values, refuse),
    fields: readFields(name, values.get('fields'), names, refuse),
    unique: readSets(name, 'unique', values, refuse),
    index: readSets(name, 'index', values, refuse),
    layers: readLayers(values.get('layers'), [...path, 'layers'], refuse),
    endpoint: readEndpoint(values.get('endpoint'), [...path, 'endpoint'], refuse),
  };
}

function refuseUnknownKeys(name: string, values: Values, refuse: Refuse): void {
  for (const key of values.keys()) {
    if (ENTITY_KEYS.includes(key)) continue;
    const meant = didYouMean(key, ENTITY_KEYS);
    const hint = `${meant}Fields stand under fields. Keys: ${ENTITY_KEYS.join(', ')}.`;
    refuse(['entities', name, key], 'unknown key', hint, 'key');
  }
}

function readNames(name: string, values: Values, refuse: Refuse): Pick<Entity, 'was' | 'plural'> {
  const was = readName(name, 'was', values.get('was'), refuseEntityName, refuse);
  const plural = readName(name, 'plural', values.get('plural'), refusePlural, refuse);
  return { ...(was === undefined ? {} : { was }), ...(plural === undefined ? {} : { plural }) };
}

function readName(
  entity: string,
  key: string,
  value: unknown,
  refusalOf: typeof refuseEntityName,
  refuse: Refuse,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  const path = ['entities', entity, key];
  if (typeof value !== 'string') return refuse(path, `${show(value)} is no name`, 'Write a name.');
  const refusal = refusalOf(value);
  return refusal ? refuse(path, refusal.message, refusal.hint) : value;
}

/** Whether the names are fields is known when all entities are read. */
function readSets(
  name: string,
  key: 'unique' | 'index',
  values: Values,
  refuse: Refuse,
): Entity['unique'] {
  const value = values.get(key);
  if (value === undefined || value === null) return [];
  const isSet = (set: unknown) =>
    Array.isArray(set) && set.every((item) => typeof item === 'string');
  if (Array.isArray(value) && value.every(isSet)) return value as Entity['unique'];
  const hint = `Write a list of lists: ${key}: [[author, headline]].`;
  refuse(['entities', name, key], 'this is no list of sets of fields', hint);
  return [];
}
