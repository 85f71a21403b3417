import { hasLayer, LAYERS, type Entity, type Layer, type Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import { refuseBrought } from './refuse-brought.ts';

/** The edits that ask for one more layer of an entity. */
export function addLayer(entity: Entity, layer: Layer): readonly Splice[] {
  const asked = LAYERS.filter((one) => one === layer || ownLayersOf(entity).includes(one));
  return toLayerSplices(entity, asked);
}

/**
 * The edits that take a layer back which was asked for: when it was the only one, those below it stay.
 * Throws HutError `needed` for one that a higher layer brought along, `no-layer` for one that is not there.
 */
export function removeLayer(entity: Entity, layer: Layer): readonly Splice[] {
  const own = ownLayersOf(entity);
  if (!own.includes(layer) && hasLayer(entity, layer)) refuseBrought(entity);
  if (!own.includes(layer)) throw notAsked(entity, layer);
  const rest = own.filter((one) => one !== layer);
  const isAlone = rest.length === 0 && entity.broughtBy === undefined;
  return toLayerSplices(entity, isAlone ? [layerBelow(layer)] : rest);
}

/** The layers that hut.yaml asks for: those that come along are not its. */
function ownLayersOf({ layers, ownLayers = layers }: Entity): readonly Layer[] {
  return ownLayers;
}

/** The edits that take the routes of an entity back, with what hut.yaml says about them. Throws HutError. */
export function removeEndpoint(entity: Entity): readonly Splice[] {
  const options: Splice = { remove: ['entities', entity.name, 'endpoint'] };
  return [...removeLayer(entity, 'endpoint'), options];
}

function layerBelow(layer: Layer): Layer {
  return LAYERS[Math.max(0, LAYERS.indexOf(layer) - 1)]!;
}

function toLayerSplices(entity: Entity, asked: readonly Layer[]): readonly Splice[] {
  const path = ['entities', entity.name, 'layers'];
  if (String(asked) === String(ownLayersOf(entity))) return [];
  if (asked.length === 0 || String(asked) === LAYERS[0]) return [{ remove: path }];
  return [{ set: path, value: asked.length === 1 ? asked[0] : asked }];
}

function notAsked(entity: Entity, layer: Layer): HutError {
  return layersAbove(entity, layer).length > 0
    ? layerNeeded(entity, layer)
    : noLayer(entity, layer);
}

/** The layers above one that were asked for, and need it. */
export function layersAbove({ layers }: Entity, layer: Layer): readonly Layer[] {
  return layers.filter((one) => LAYERS.indexOf(one) > LAYERS.indexOf(layer));
}

/** What a command throws that would remove a layer which a higher one needs. */
export function layerNeeded(entity: Entity, layer: Layer): HutError {
  const { name } = entity;
  const [above] = layersAbove(entity, layer);
  const isWhole = layer === LAYERS[0] && !entity.layers.includes(layer);
  return new HutError({
    id: 'needed',
    message: `The ${layer} of ${name} is needed by its ${above!}`,
    hint: isWhole
      ? `Remove all of it: hut remove crud ${name}`
      : `Remove that first: hut remove ${above!} ${name}`,
  });
}

function noLayer({ name, layers }: Entity, layer: Layer): HutError {
  return new HutError({
    id: 'no-layer',
    message: `${name} has no ${layer}`,
    hint: `It is built as far as its ${layers.at(-1)!}; add one: hut add ${layer} ${name}`,
  });
}
