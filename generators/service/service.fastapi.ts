import {
  entitiesOf,
  entitiesUpTo,
  toServiceTestView,
  toConflictsView,
  toServiceView,
  toSharedServiceView,
  type EntityProject,
} from '@hut/fastapi';
import type { Context } from '@hut/kit';
import { errorHandler, symbol, type Contribution } from '@hut/render';

/** What can be done with each entity that is built so far, and the services of no entity. */
export function contributeServices(context: Context): readonly Contribution[] {
  const { blueprint, entities, files, entityFiles } = context;
  const project: EntityProject = { entities, ids: blueprint.ids, database: blueprint.database };
  const built = entitiesOf(project, 'service');
  if (built.length === 0) return [];
  return [
    ...files('package'),
    ...files('shared', () => ({ ...toSharedServiceView(project), ...toConflictsView(project) })),
    errorHandler(
      symbol('sqlalchemy.exc', 'IntegrityError'),
      symbol('app.db.integrity', 'handle_integrity_error'),
    ),
    ...built.flatMap((entity) =>
      entityFiles('service', entity, () => toServiceView(project, entity)),
    ),
    ...entitiesUpTo(project, 'service').flatMap((entity) =>
      entityFiles('test', entity, () => toServiceTestView(project, entity)),
    ),
  ];
}
