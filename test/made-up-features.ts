import { defineGenerator, type Lookup } from '@hut/kit';
import {
  dependency,
  docs,
  errorHandler,
  ignore,
  lifespan,
  middleware,
  middlewareBands,
  router,
  secret,
  setting,
  symbol,
  type Contribution,
} from '@hut/render';
import { lookup } from '../generators/lookup.ts';

const ids = [
  'audit',
  'cache',
  'limits',
  'mail',
  'metrics',
  'search',
  'tags',
  'trace',
  'users',
  'workers',
];

/** What a made-up feature adds: something to every wiring file. */
function contributionsOf(id: string, index: number): readonly Contribution[] {
  const title = id[0]!.toUpperCase() + id.slice(1);
  return [
    dependency(`${id}-client`, `>=${index + 1}.0,<${index + 2}`),
    dependency(`pytest-${id}`, '>=1', { group: 'dev' }),
    setting(`${id}_url`, 'str | None', { default: 'None', example: '', doc: `Where ${id} is` }),
    ...(index % 3 === 0 ? [secret(`${id}_key`, { doc: `Signs what ${id} sends` })] : []),
    ...(index % 2 === 0 ? [router(symbol('app.api', id))] : []),
    middleware(symbol(`app.middleware.${id}`, `${title}Middleware`), {
      band: middlewareBands[index % 5]!,
      args: index % 4 === 0 ? [`url=settings.${id}_url`] : [],
    }),
    lifespan(id, { band: 'connections', use: symbol(`app.core.${id}`, `open_${id}`) }),
    errorHandler(
      symbol(`app.core.${id}`, `${title}Error`),
      symbol(`app.core.${id}`, `handle_${id}_error`),
    ),
    ignore(`${id}.dump`),
    docs(title, { band: 'use', body: `How to use ${id}.\n\n- Set \`${id.toUpperCase()}_URL\`.` }),
  ];
}

/** Features that nobody offers: each adds something to every wiring file, so that merges of these meet. */
export const madeUpFeatures: Lookup = ids.map((id, index) => ({
  definition: defineGenerator({
    id,
    summary: id,
    feature: true,
    contribute: () => contributionsOf(id, index),
  }),
  templates: {},
}));

/** The generators that are no features, and these in the place of the real ones, which may be called the same. */
export const madeUpGenerators: Lookup = [
  ...lookup.filter(({ definition }) => !definition.feature),
  ...madeUpFeatures,
];
