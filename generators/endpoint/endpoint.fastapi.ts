import {
  entitiesOf,
  guardedView,
  isLoading,
  pythonPackage,
  toEndpointView,
  toGuardedProject,
  toRefusalsView,
  toRoutesTestView,
  toTestView,
  toWords,
} from '@hut/fastapi';
import type { Context } from '@hut/kit';
import { exposedHeader, router, symbol, type Assembled, type Contribution } from '@hut/render';

/** The routes of each entity that is built so far. */
export function contributeEndpoints(context: Context): readonly Contribution[] {
  const { blueprint: project, files, entityFiles } = context;
  const built = entitiesOf(project, 'endpoint');
  if (built.length === 0) return [];
  const sharedView = (assembled: Assembled): object => {
    const guarded = toGuardedProject(project, assembled);
    return { ...toRoutesTestView(guarded), ...toRefusalsView(guarded) };
  };
  return [
    pythonPackage('versions'),
    // Of a record that was made.
    exposedHeader('Location'),
    ...files('shared', sharedView),
    ...(built.some(isLoading) ? files('queries') : []),
    ...built.flatMap((entity) => [
      router(symbol('app.api.v1', toWords(entity).table), { version: 'v1', about: entity.name }),
      ...entityFiles('endpoint', entity, guardedView(project, entity, toEndpointView)),
      ...entityFiles('test', entity, guardedView(project, entity, toTestView)),
    ]),
  ];
}
