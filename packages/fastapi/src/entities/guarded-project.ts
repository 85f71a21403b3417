import { hasLayer, type Entity } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import { guardKind, type Assembled, type Guard } from '@hut/render';
import { findNamed, type EntityProject } from './entity-project.ts';

/** A project, and what guards its routes, if something does. */
export type GuardedProject = EntityProject & { readonly guard?: Guard };

/** What a template of one entity prints, in a project with a guard or without. */
type ToView = (project: GuardedProject, entity: Entity) => object;

/**
 * The view of an entity once it is known what guards the routes: who owns a record is then for the session to say,
 * and no request may. Throws HutError `owner` for an owner who could never ask.
 */
export function guardedView(
  project: EntityProject,
  { name }: Entity,
  toView: ToView,
): (assembled: Assembled) => object {
  return (assembled) => {
    const guarded = toGuardedProject(project, assembled);
    return toView(guarded, findNamed(guarded, name)!);
  };
}

/** Made once for all files of a rendering. */
const projects = new WeakMap<Assembled, GuardedProject>();

/** The project as its routes know it. */
export function toGuardedProject(project: EntityProject, assembled: Assembled): GuardedProject {
  const known = projects.get(assembled) ?? withGuard(project, assembled.of(guardKind)[0]);
  projects.set(assembled, known);
  return known;
}

function withGuard(project: EntityProject, guard: Guard | undefined): GuardedProject {
  if (guard === undefined) return project;
  const entities = project.entities.map((entity) => withOwner(entity, guard));
  return { ...project, entities, guard };
}

function withOwner(entity: Entity, guard: Guard): Entity {
  const { owner } = entity.endpoint;
  if (owner === undefined || !hasLayer(entity, 'endpoint')) return entity;
  requireUser(entity, owner, guard);
  const fields = entity.fields.map((field) =>
    field.name === owner ? { ...field, readonly: true } : field,
  );
  return { ...entity, fields };
}

function requireUser(entity: Entity, owner: string, guard: Guard): void {
  const field = entity.fields.find(({ name }) => name === owner);
  if (field?.kind !== 'relation' || field.target === guard.entity) return;
  throw new HutError({
    id: 'owner',
    message: `hut.yaml: ${entity.name}.${owner} points to ${field.target}, but ${guard.entity} is who logs in`,
    hint: `Name a relation to ${guard.entity} under endpoint: owner, or take owner out.`,
  });
}

/** Who may call the routes of an entity: everyone, where nothing guards them. */
export function accessOf(
  { guard }: GuardedProject,
  { endpoint }: Entity,
): 'public' | 'login' | readonly string[] {
  return guard === undefined ? 'public' : (endpoint.access ?? 'login');
}

/** The relation that says whose a record is, where something guards the routes. */
export function ownerOf({ guard }: GuardedProject, { endpoint }: Entity): string | undefined {
  return guard === undefined ? undefined : endpoint.owner;
}
