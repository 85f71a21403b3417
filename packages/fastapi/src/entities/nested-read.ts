import { HutError } from '@hut/errors';
import { hasLayer, type Entity } from '@hut/blueprint';
import { embedsOf, isNested, linksOf, targetOf, type EntityProject } from './entity-project.ts';
import { toWords } from './entity-words.ts';

/**
 * Whether an entity looks different inside of another: there it shows what its own row holds, and neither lists nor
 * others, so nesting ends after one step. That class has a module of its own, or two modules would import each other.
 */
export function isSplit(project: EntityProject, entity: Entity): boolean {
  const isOther = embedsOf(entity).length + linksOf(entity).length > 0;
  return isOther && isNested(project, entity);
}

/** The class that stands for an entity inside of another: `UserRead`, or `UserNested` when they differ. */
export function nestedClassOf(project: EntityProject, entity: Entity): string {
  return `${entity.name}${isSplit(project, entity) ? 'Nested' : 'Read'}`;
}

/** The module of that class. */
export function nestedModuleOf(project: EntityProject, entity: Entity): string {
  const { module } = toWords(entity);
  return `app.schemas.${module}${isSplit(project, entity) ? '_nested' : ''}`;
}

/** Throws HutError `embed` when answers would nest an entity that has no schema. */
export function requireNestable(project: EntityProject, entity: Entity): void {
  const { name } = entity;
  const bare = embedsOf(entity).find(
    (relation) => !hasLayer(targetOf(project, relation), 'schema'),
  );
  if (bare === undefined) return;
  throw new HutError({
    id: 'embed',
    message: `hut.yaml: ${name} embeds ${bare.name}, but ${bare.target} has no schema to show`,
    hint: `Add it: hut add schema ${bare.target}, or take ${bare.name} out of embed.`,
  });
}
