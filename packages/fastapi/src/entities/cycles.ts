import { HutError } from '@hut/errors';
import type { Entity, Relation } from '@hut/blueprint';
import { isMany, relationsOf, targetOf, type EntityProject } from './entity-project.ts';

type Follows = (relation: Relation) => boolean;

/** Whether the table that a relation points to points back, in any number of steps. */
export function isInCycle(project: EntityProject, entity: Entity, relation: Relation): boolean {
  if (relation.target === entity.name) return false;
  return canReach(project, targetOf(project, relation), entity.name, (other) => !isMany(other));
}

/** Throws HutError `required-cycle` when an entity needs another one of its kind: there would never be a first. */
export function requireStorable(project: EntityProject, entity: Entity): void {
  const follows: Follows = (relation) => !isMany(relation) && !relation.optional;
  const blocked = relationsOf(entity)
    .filter(follows)
    .find((relation) => canReach(project, targetOf(project, relation), entity.name, follows));
  if (blocked === undefined) return;
  throw new HutError({
    id: 'required-cycle',
    message: `hut.yaml: ${entity.name}.${blocked.name}: each ${entity.name} needs another one before it, so there is no first`,
    hint: `Make the relation optional: hut change field ${entity.name}.${blocked.name} ${blocked.target}:optional`,
  });
}

function canReach(
  project: EntityProject,
  from: Entity,
  name: string,
  follows: Follows,
  seen: Set<string> = new Set(),
): boolean {
  if (from.name === name) return true;
  if (seen.has(from.name)) return false;
  seen.add(from.name);
  return relationsOf(from)
    .filter(follows)
    .some((relation) => canReach(project, targetOf(project, relation), name, follows, seen));
}
