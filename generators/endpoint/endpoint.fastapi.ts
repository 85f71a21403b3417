import {
  entitiesOf,
  isLoading,
  toEndpointView,
  toRoutesTestView,
  toTestView,
  toWords,
} from '@hut/fastapi';
import type { Context } from '@hut/kit';
import { router, symbol, type Contribution } from '@hut/render';

/** The routes of each entity that is built so far. */
export function contributeEndpoints(context: Context): readonly Contribution[] {
  const { blueprint: project, files, entityFiles } = context;
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
