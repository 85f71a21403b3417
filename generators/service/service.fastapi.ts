import { hasLayer, type Entity } from '@hut/blueprint';
import {
  entitiesOf,
  entitiesUpTo,
  guardedView,
  moduleOfService,
  pythonPackage,
  requireCreatable,
  toGuardedProject,
  toConflictsView,
  toServiceAloneView,
  toServiceTestView,
  toServiceView,
  toSharedServiceView,
  type EntityProject,
} from '@hut/fastapi';
import type { Context } from '@hut/kit';
import { errorHandler, symbol, type Contribution } from '@hut/render';

/** What can be done with each entity that is built so far, and the services of no entity. */
export function contributeServices(context: Context): readonly Contribution[] {
  const { blueprint: project, files } = context;
  const { services } = project;
  const built = entitiesOf(project, 'service');
  for (const entity of built) requireCreatable(entity);
  return [
    ...(built.length + services.length === 0 ? [] : [pythonPackage('services')]),
    ...(project.entities.some(isWritten) ? contributeConflicts(project, context) : []),
    ...(built.length === 0 ? [] : contributeOfEntities(project, context)),
    ...services.flatMap((name) =>
      files(
        'alone',
        () => toServiceAloneView(name),
        { service: moduleOfService(name) },
        `Service ${name}`,
      ),
    ),
  ];
}

/** Whether requests write records of an entity: by its service, or by whoever brings it. */
function isWritten(entity: Entity): boolean {
  const isServed = entity.broughtBy !== undefined && hasLayer(entity, 'schema');
  return isServed || hasLayer(entity, 'service');
}

/** What collides in the database becomes an answer. */
function contributeConflicts(project: EntityProject, { files }: Context): readonly Contribution[] {
  return [
    ...files('conflict', () => toConflictsView(project)),
    errorHandler(
      symbol('sqlalchemy.exc', 'DBAPIError'),
      symbol('app.db.integrity', 'handle_database_error'),
    ),
    errorHandler(
      symbol('sqlalchemy.orm.exc', 'StaleDataError'),
      symbol('app.db.integrity', 'handle_stale_data'),
    ),
  ];
}

function contributeOfEntities(
  project: EntityProject,
  { files, entityFiles }: Context,
): readonly Contribution[] {
  return [
    ...files('shared', (assembled) => toSharedServiceView(toGuardedProject(project, assembled))),
    ...entitiesOf(project, 'service').flatMap((entity) =>
      entityFiles('service', entity, guardedView(project, entity, toServiceView)),
    ),
    ...entitiesUpTo(project, 'service').flatMap((entity) =>
      entityFiles('test', entity, () => toServiceTestView(project, entity)),
    ),
  ];
}
