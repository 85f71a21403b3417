import {
  entitiesOf,
  entitiesUpTo,
  toRepositoryTestView,
  toRepositoryView,
  toSharedRepositoryView,
} from '@hut/fastapi';
import type { Context } from '@hut/kit';
import type { Contribution } from '@hut/render';

/** Where records are found, for each entity that is built so far. */
export function contributeRepositories(context: Context): readonly Contribution[] {
  const { blueprint: project, files, entityFiles } = context;
  const built = entitiesOf(project, 'repository');
  if (built.length === 0) return [];
  return [
    ...files('shared', () => toSharedRepositoryView(project)),
    ...built.flatMap((entity) => entityFiles('repository', entity, () => toRepositoryView(entity))),
    ...entitiesUpTo(project, 'repository').flatMap((entity) =>
      entityFiles('test', entity, () => toRepositoryTestView(project, entity)),
    ),
  ];
}
