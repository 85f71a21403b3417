import type { Entity, Layer } from '@hut/blueprint';
import type { Definition } from '../define-generator.ts';
import type { Argument, Asked } from '../verb.ts';
import { addLayer, removeLayer } from './layers.ts';
import { requireEntity } from './require-entity.ts';

/** The word of a command about an entity that is there. */
export const entityArgument: Argument = {
  name: 'entity',
  doc: 'An entity of the project, in any case, singular or plural',
};

/** What `hut add <layer> Article` and `hut remove <layer> Article` do: the part of a definition that all layers share. */
export function layerCommands(
  layer: Layer,
): Pick<Definition, 'arguments' | 'amend' | 'verbs' | 'builds'> {
  return {
    builds: ['entities'],
    arguments: [entityArgument],
    amend: (asked) => addLayer(askedEntity(asked), layer),
    verbs: {
      remove: {
        arguments: [entityArgument],
        amend: (asked) => removeLayer(askedEntity(asked), layer),
      },
    },
  };
}

/** The entity that the first word of a command means. Throws HutError `no-entity`. */
export function askedEntity({ args: [word = ''], blueprint }: Asked): Entity {
  return requireEntity(blueprint, word);
}
