import {
  hasLayer,
  keyNameOf,
  LAYERS,
  type Blueprint,
  type Entity,
  type Layer,
  type Relation,
  type Scalar,
} from '@hut/blueprint';

/** All entities of a project, and what decides how each becomes Python. */
export type EntityProject = Pick<Blueprint, 'entities' | 'ids' | 'database'>;

/** A relation and the entity that has it. */
export interface Side {
  readonly entity: Entity;
  readonly relation: Relation;
}

/** The entities that are built as far as a layer. */
export function entitiesOf(project: EntityProject, layer: Layer): readonly Entity[] {
  return project.entities.filter((entity) => hasLayer(entity, layer));
}

/** The entities of which a layer is the highest. */
export function entitiesUpTo(project: EntityProject, layer: Layer): readonly Entity[] {
  const next = LAYERS[LAYERS.indexOf(layer) + 1];
  const built = entitiesOf(project, layer);
  return next === undefined ? built : built.filter((entity) => !hasLayer(entity, next));
}

/** The entity that a relation points to; there is one, or hut.yaml is refused. */
export function targetOf(project: EntityProject, { target }: Relation): Entity {
  return indexOf(project).byName.get(target)!;
}

/** The entity with this name, if there is one. */
export function findNamed(
  project: Pick<EntityProject, 'entities'>,
  name: string,
): Entity | undefined {
  return indexOf(project).byName.get(name);
}

/** The relations of others that an entity knows by a name of its own. */
export function otherSidesOf(project: EntityProject, { name }: Entity): readonly Side[] {
  return (
    indexOf(project)
      .pointing.get(name)
      ?.filter(({ relation }) => relation.otherSide !== undefined) ?? []
  );
}

/** Whether answers about another entity nest this one. */
export function isNested(project: EntityProject, { name }: Entity): boolean {
  const pointing = indexOf(project).pointing.get(name) ?? [];
  return pointing.some(
    ({ entity, relation }) =>
      hasLayer(entity, 'schema') && entity.endpoint.embed.includes(relation.name),
  );
}

/** What is looked up for each field of each entity. */
interface Index {
  readonly byName: ReadonlyMap<string, Entity>;
  /** The relations to an entity, by its name. */
  readonly pointing: ReadonlyMap<string, readonly Side[]>;
}

/** Made once for the entities of a project, so that a large one costs no more for each entity than a small one. */
const indexes = new WeakMap<readonly Entity[], Index>();

function indexOf({ entities }: Pick<EntityProject, 'entities'>): Index {
  const known = indexes.get(entities) ?? toIndex(entities);
  indexes.set(entities, known);
  return known;
}

function toIndex(entities: readonly Entity[]): Index {
  const pointing = new Map<string, Side[]>();
  for (const entity of entities) {
    for (const relation of relationsOf(entity))
      pointing.set(relation.target, [
        ...(pointing.get(relation.target) ?? []),
        { entity, relation },
      ]);
  }
  return { byName: new Map(entities.map((entity) => [entity.name, entity])), pointing };
}

/** The fields of an entity that hold values. */
export function scalarsOf({ fields }: Entity): readonly Scalar[] {
  return fields.filter((field) => field.kind === 'scalar');
}

/** The fields of an entity that point to others. */
export function relationsOf({ fields }: Entity): readonly Relation[] {
  return fields.filter((field) => field.kind === 'relation');
}

/** Whether a relation is a list. */
export function isMany({ cardinality }: Relation): boolean {
  return cardinality === 'many-to-many';
}

/** The name under which requests and answers have a field. */
export function apiNameOf(field: Scalar | Relation): string {
  return field.kind === 'relation' ? keyNameOf(field) : field.name;
}

/** Whether requests may say a field. */
export function isWritable(field: Scalar | Relation): boolean {
  return !field.private && !field.readonly;
}

/** The relations that answers nest, in the order of hut.yaml. */
export function embedsOf(entity: Entity): readonly Relation[] {
  return relationsOf(entity).filter(({ name }) => entity.endpoint.embed.includes(name));
}

/** The lists of ids in answers. */
export function linksOf(entity: Entity): readonly Relation[] {
  return relationsOf(entity).filter((relation) => isMany(relation) && !relation.private);
}

/** What a request must point to before it is written. */
export function referencesOf(entity: Entity): readonly Relation[] {
  return relationsOf(entity).filter(isWritable);
}

/** What answers about an entity show besides its own row. */
export function loadedOf(entity: Entity): readonly Relation[] {
  return [...new Set([...linksOf(entity), ...embedsOf(entity)])];
}

/** Whether answers about an entity need more than its own row. */
export function isLoading(entity: Entity): boolean {
  return loadedOf(entity).length > 0;
}
