import type { Entity, EndpointOptions } from './entity.ts';
import { toFieldValue } from '../field/print-field.ts';

/** An entity as the value that hut.yaml holds under its name: what has its default is not written. */
export function toEntityValue(entity: Entity): Readonly<Record<string, unknown>> {
  const { was, plural, fields, unique, index, layers } = entity;
  const endpoint = toEndpointValue(entity.endpoint);
  const isModel = layers.length === 1 && layers[0] === 'model';
  return {
    ...(was === undefined ? {} : { was }),
    ...(plural === undefined ? {} : { plural }),
    fields: Object.fromEntries(fields.map((field) => [field.name, toFieldValue(field)])),
    ...(unique.length === 0 ? {} : { unique }),
    ...(index.length === 0 ? {} : { index }),
    ...(isModel ? {} : { layers: layers.length === 1 ? layers[0] : layers }),
    ...(Object.keys(endpoint).length === 0 ? {} : { endpoint }),
  };
}

function toEndpointValue({
  embed,
  access,
  owner,
}: EndpointOptions): Readonly<Record<string, unknown>> {
  return {
    ...(embed.length === 0 ? {} : { embed }),
    ...(access === undefined ? {} : { access }),
    ...(owner === undefined ? {} : { owner }),
  };
}
