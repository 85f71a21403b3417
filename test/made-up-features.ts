import { choice, defineGenerator, flag, list, type Definition, type Lookup } from '@hut/kit';
import {
  dependency,
  docs,
  errorHandler,
  file,
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

/** Of features that add to wiring files alone. */
const wiringIds = [
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

/** Something to every wiring file. */
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

const wiring = wiringIds.map((id, index) =>
  defineGenerator({ id, summary: id, feature: true, contribute: () => contributionsOf(id, index) }),
);

const notes = 'notes/gauge.md';

const gaugePage = (step: string): string => `"""What the gauge shows."""

from fastapi import APIRouter

STEP = "${step}"

router = APIRouter(prefix="/gauge", tags=["gauge"])


@router.get("")
async def show() -> dict[str, str]:
    return {"step": STEP}
`;

const meterModule = `"""Counts, as long as the application runs."""

from contextlib import asynccontextmanager


@asynccontextmanager
async def open_meter(app):
    app.state.meter = 0
    yield
`;

/** With everything that a feature brings: options of each type, wiring, files of its own, one that is made once. */
const gauge = defineGenerator({
  id: 'gauge',
  feature: true,
  summary: 'Made up: shows what another feature counts',
  options: {
    step: choice(['small', 'wide'], 'small', 'How much at once'),
    alarm: flag(false, 'Ring when it is too much'),
    units: list(['metre', 'litre', 'gram'], [], 'What is shown'),
  },
  requires: () => ['counts'],
  examples: [{}, { step: 'wide' }, { alarm: true, units: ['litre', 'gram'] }],
  contribute: ({ options: { step, alarm, units } }) => [
    setting('gauge_step', 'str', {
      default: `"${String(step)}"`,
      example: String(step),
      doc: 'How much the gauge shows at once',
    }),
    dependency('gauge-client', step === 'wide' ? '>=2,<3' : '>=1,<3', {
      extras: units as string[],
    }),
    router(symbol('app.api', 'gauge')),
    docs('Gauge', { band: 'use', body: `It shows ${String(step)} steps.` }),
    text('app/api/gauge.py', gaugePage(String(step))),
    ...(alarm === true ? ringing : []),
  ],
  make: ({ made }) => ({
    files: made.has(notes) ? [] : [{ path: notes, text: '# Gauge\n', memo: ['kept: 1'] }],
    state: [],
    destructive: [],
    risks: [],
    notes: [],
    next: [],
  }),
});

const ringing: readonly Contribution[] = [
  secret('gauge_key', { doc: 'Opens the alarm' }),
  middleware(symbol('app.middleware.gauge', 'AlarmMiddleware'), { band: 'innermost' }),
  text('app/middleware/gauge.py', 'class AlarmMiddleware:\n    pass\n'),
  ignore('*.alarm'),
];

/** What another feature requires comes along, and is a feature of its own. */
const meter = defineGenerator({
  id: 'meter',
  feature: true,
  summary: 'Made up: counts',
  provides: ['counts'],
  contribute: () => [
    lifespan('meter', { band: 'connections', use: symbol('app.core.meter', 'open_meter') }),
    dependency('gauge-client', '>=1'),
    text('app/core/meter.py', meterModule),
  ],
});

/** Features that nobody has, for what is true of every feature. */
export const madeUpFeatures: Lookup = [gauge, meter].map(toFound);

/** Others, of which each adds to every wiring file: merges of these meet. */
export const wiringFeatures: Lookup = wiring.map(toFound);

/** The generators that are no features, and these in the place of the real ones, which may be called the same. */
export const wiringGenerators: Lookup = [
  ...lookup.filter(({ definition }) => !definition.feature),
  ...wiringFeatures,
];

function toFound(definition: Definition): Lookup[number] {
  return { definition, templates: {} };
}

function text(path: string, content: string): Contribution {
  return file({ path, template: path, render: () => content });
}
