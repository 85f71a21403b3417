import {
  entitiesUpTo,
  toModelTestView,
  requireStorable,
  toColumnTypesView,
  toDomainView,
  toFactoryView,
  toModelView,
  toRecordView,
  toWords,
} from '@hut/fastapi';
import type { Context } from '@hut/kit';
import { model, symbol, type Contribution } from '@hut/render';

/** The mapped class of each entity and its factory, and what all of them share. */
export function contributeModels(context: Context): readonly Contribution[] {
  const { blueprint: project, entities, files, entityFiles } = context;
  if (entities.length === 0) return [];
  for (const entity of entities) requireStorable(project, entity);
  return [
    ...files('record', () => toRecordView(project)),
    ...files('types', () => toColumnTypesView(project)),
    ...files('clock', () => toColumnTypesView(project)),
    ...files('domain', () => toDomainView(project)),
    ...files('factories'),
    ...entities.flatMap((entity) => [
      model(symbol(`app.models.${toWords(entity).module}`, entity.name)),
      ...entityFiles('model', entity, () => toModelView(project, entity)),
      ...entityFiles('factory', entity, () => toFactoryView(project, entity)),
    ]),
    ...entitiesUpTo(project, 'model').flatMap((entity) =>
      entityFiles('test', entity, () => toModelTestView(project, entity)),
    ),
  ];
}
