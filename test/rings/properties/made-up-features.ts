import { choice, defineGenerator, flag, list, type Definition, type Lookup } from '@hut/kit';
import {
  dependency,
  docs,
  file,
  ignore,
  lifespan,
  middleware,
  router,
  secret,
  setting,
  symbol,
  type Contribution,
} from '@hut/render';

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
export const madeUpFeatures: Lookup = [gauge, meter].map((definition: Definition) => ({
  definition,
  templates: {},
}));

function text(path: string, content: string): Contribution {
  return file({ path, template: path, render: () => content });
}
