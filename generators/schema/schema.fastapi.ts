import {
  entitiesOf,
  entitiesUpTo,
  guardedView,
  toSchemaTestView,
  fieldTypesOf,
  isSplit,
  requireNestable,
  toFieldTypeCasesView,
  toFieldTypesView,
  toNestedView,
  toSchemaView,
  toSharedSchemasView,
  type EntityProject,
} from '@hut/fastapi';
import type { Context } from '@hut/kit';
import { dependency, type Contribution } from '@hut/render';

/** What requests say and answers show of each entity that is built so far. */
export function contributeSchemas(context: Context): readonly Contribution[] {
  const { blueprint: project, files, entityFiles } = context;
  const built = entitiesOf(project, 'schema');
  if (built.length === 0) return [];
  for (const entity of built) requireNestable(project, entity);
  return [
    ...files('shared', () => toSharedSchemasView(project)),
    ...contributeFieldTypes(project, context),
    ...built.flatMap((entity) =>
      entityFiles('schema', entity, guardedView(project, entity, toSchemaView)),
    ),
    ...built
      .filter((entity) => isSplit(project, entity))
      .flatMap((entity) => entityFiles('nested', entity, () => toNestedView(project, entity))),
    ...entitiesUpTo(project, 'schema').flatMap((entity) =>
      entityFiles('test', entity, () => toSchemaTestView(project, entity)),
    ),
  ];
}

function contributeFieldTypes(project: EntityProject, { files }: Context): readonly Contribution[] {
  const types = fieldTypesOf(project);
  if (types.size === 0) return [];
  return [
    ...files('fields', () => ({ ...toFieldTypesView(types), ...toFieldTypeCasesView(types) })),
    ...(types.has('Email') ? [dependency('email-validator', '>=2.2,<3')] : []),
  ];
}
