import type { Field } from '../field/field.ts';
import type { NamedAt } from './brought.ts';

/** How far an entity can be built, lowest first; each layer implies those before it. */
export const LAYERS = ['model', 'schema', 'repository', 'service', 'endpoint'] as const;

/** One of the steps from the stored entity to its routes. */
export type Layer = (typeof LAYERS)[number];

/** Who may call the routes of an entity. */
export type Access = 'public' | 'login' | readonly string[];

/** What a person decided about the routes of an entity; what is absent has the target's default. */
export interface EndpointOptions {
  readonly paginate: 'offset';
  /** Relations that answers nest, in the order of the file. */
  readonly embed: readonly string[];
  readonly access?: Access;
  /** The relation that is set from the session. */
  readonly owner?: string;
}

/** A thing of the user's project that is stored and served. */
export interface Entity {
  readonly name: string;
  /** The name before, while a rename is on its way. */
  readonly was?: string;
  /** The plural in snake case, when a person chose it. */
  readonly plural?: string;
  /** In the order of the file. */
  readonly fields: readonly Field[];
  /** Sets of fields that are unique together, or found together. */
  readonly unique: readonly (readonly string[])[];
  readonly index: readonly (readonly string[])[];
  /** The layers that were asked for, lowest first; those before each are implied. */
  readonly layers: readonly Layer[];
  readonly endpoint: EndpointOptions;
  /** The generator that brings it, when hut.yaml alone does not make it, and the layers that hut.yaml asks for besides. */
  readonly broughtBy?: string;
  readonly ownLayers?: readonly Layer[];
  /** Where hut.yaml chooses the name of one that a generator brings. */
  readonly namedAt?: NamedAt;
}

/** Whether an entity is built as far as a layer. */
export function hasLayer(entity: Entity, layer: Layer): boolean {
  const highest = Math.max(0, ...entity.layers.map((asked) => LAYERS.indexOf(asked)));
  return highest >= LAYERS.indexOf(layer);
}
