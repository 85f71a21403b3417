import {
  entitiesOf,
  isLoading,
  toEndpointView,
  toRoutesTestView,
  toTestView,
  toWords,
  type EntityProject,
} from '@hut/fastapi';
import type { Context } from '@hut/kit';
import { router, symbol, type Contribution } from '@hut/render';

/** The routes of each entity that is built so far. */
export function contributeEndpoints(context: Context): readonly Contribution[] {
  const { blueprint, entities, files, entityFiles } = context;
  const project: EntityProject = { entities, ids: blueprint.ids, database: blueprint.database };
  const built = entitiesOf(project, 'endpoint');
  if (built.length === 0) return [];
  return [
    ...files('shared', () => toRoutesTestView(built)),
    ...(built.some(isLoading) ? files('queries') : []),
    ...built.flatMap((entity) => [
      router(symbol('app.api.v1', toWords(entity).table), { version: 'v1' }),
      ...entityFiles('endpoint', entity, () => toEndpointView(project, entity)),
      ...entityFiles('test', entity, () => toTestView(project, entity)),
    ]),
  ];
}
