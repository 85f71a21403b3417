import { redisService } from '@hut/fastapi';
import type { Context } from '@hut/kit';
import {
  dependency,
  docs,
  exposedHeader,
  lifespan,
  middleware,
  setting,
  symbol,
  type Contribution,
} from '@hut/render';

/** A limit of all routes, and what a route needs to have one of its own. */
export function contributeLimiter({ files }: Context): readonly Contribution[] {
  return [...dependencies, ...settings, ...wiring, counter, howTo, ...files('all')];
}

/** Redis is there for whoever names one; until then it is not imported. */
const dependencies = [dependency('limits', '>=5.8,<6'), dependency('redis', '>=6,<9')];

const settings = [
  setting('rate_limit_default', 'str', {
    default: '"300/minute"',
    example: '300/minute',
    doc: 'How often one address may call one route',
  }),
  setting('rate_limit_url', 'Literal["memory://"] | RedisDsn', {
    uses: [symbol('typing', 'Literal'), symbol('pydantic', 'RedisDsn')],
    default: '"memory://"',
    example: 'memory://',
    doc: 'Where requests are counted: memory:// of one process, or redis://HOST:6379/0',
  }),
  setting('trusted_proxies', 'list[IPvAnyNetwork]', {
    uses: [symbol('pydantic', 'IPvAnyNetwork')],
    default: '[]',
    example: '[]',
    doc: 'Proxies whose X-Forwarded-For is believed, as JSON: ["10.0.0.0/8"]',
  }),
];

const wiring = [
  lifespan('rate-counter', {
    band: 'connections',
    use: symbol('app.core.rate_counter', 'open_rate_counter'),
  }),
  middleware(symbol('app.middleware.rate_limit', 'RateLimitMiddleware'), {
    band: 'innermost',
    args: ['default=settings.rate_limit_default'],
  }),
  ...['RateLimit', 'RateLimit-Policy', 'Retry-After'].map((name) => exposedHeader(name)),
];

/** Where there is more than one process. */
const counter = redisService('rate_limit_url', 0);

const howTo = docs('Rate limits', {
  band: 'use',
  body: [
    'One address may call one route `RATE_LIMIT_DEFAULT` times; then the answer is 429, with `Retry-After`.',
    'A route has a limit of its own by `dependencies=[Depends(rate_limit("5/minute"))]`, from',
    '`app/core/rate_limit.py`: by who has logged in, by an API key, or by the address.',
    '',
    '- `RATE_LIMIT_URL=redis://HOST:6379/0` counts for all processes. Memory counts for one, and more are',
    '  refused in production. While Redis does not answer, nothing is limited but what says',
    '  `fail_open=False`.',
    '- `TRUSTED_PROXIES=["10.0.0.0/8"]` names the proxies in front. From others X-Forwarded-For is ignored.',
  ].join('\n'),
});
