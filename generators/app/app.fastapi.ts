import type { Context } from '@hut/kit';
import {
  check,
  contextVariable,
  dependency,
  errorHandler,
  exposedHeader,
  lifespan,
  middleware,
  nextStep,
  router,
  setting,
  symbol,
  testFixture,
  type Assembled,
  type CheckLevel,
  type Contribution,
} from '@hut/render';
import { databaseContributions, databaseFolder } from './database.fastapi.ts';
import { toView } from './view.fastapi.ts';

/** What the project consists of before anything is added to it. */
export function contributeFastapi({ blueprint, files, has }: Context): readonly Contribution[] {
  const view = (assembled: Assembled): object => toView(blueprint, assembled);
  return [
    ...dependencies,
    ...databaseContributions(blueprint),
    ...settings,
    ...wiring,
    ...checks,
    ...nextSteps,
    ...files('all', view),
    ...files(databaseFolder(blueprint), view),
    contextVariable('request_id', symbol('app.core.request_id', 'current_request_id')),
    ...(has('logger') ? [] : files('plain-logging')),
  ];
}

/** Floors are the lowest versions that the project's own checks pass on; ceilings stand where the next major may break it. */
const dependencies = [
  dependency('alembic', '>=1.18,<2'),
  dependency('fastapi', '>=0.142,<1'),
  dependency('pydantic', '>=2.12,<3'),
  dependency('pydantic-settings', '>=2.12,<3'),
  dependency('sqlalchemy', '>=2.0.44,<2.2', { extras: ['asyncio'] }),
  dependency('starlette', '>=1.6,<2'),
  dependency('uvicorn', '>=0.50,<1', { extras: ['standard'] }),
  dependency('httpx2', '>=2.0,<3', { group: 'dev' }),
  // Those before stop at packages that say, in the words of a later Python, what is for that one.
  dependency('mypy', '>=2.4', { group: 'dev' }),
  dependency('pytest', '>=8.4', { group: 'dev' }),
  dependency('pytest-asyncio', '>=1.4', { group: 'dev' }),
  dependency('ruff', '>=0.14', { group: 'dev' }),
];

const settings = [
  setting('cors_allow_credentials', 'bool', {
    default: 'False',
    example: 'false',
    doc: 'Let browsers send cookies from the origins in CORS_ORIGINS',
  }),
  setting('cors_origins', 'list[str]', {
    default: '[]',
    example: '[]',
    doc: 'Origins that browsers may call from, as JSON: ["https://www.example.com"]',
  }),
  setting('environment', 'Literal["development", "production"]', {
    uses: [symbol('typing', 'Literal')],
    default: '"production"',
    example: 'development',
    local: 'development',
    doc: 'Production has no docs page and no landing page, and insists on HTTPS',
  }),
  setting('log_level', 'Literal["DEBUG", "INFO", "WARNING", "ERROR"]', {
    uses: [symbol('typing', 'Literal')],
    default: '"INFO"',
    example: 'INFO',
    doc: 'The least severe log records that are written',
  }),
  setting('max_body_size', 'int', {
    default: '1_048_576',
    example: '1048576',
    doc: 'Longest request body that is accepted, in bytes',
  }),
];

const wiring = [
  testFixture('tests.database'),
  router(symbol('app.api', 'health')),
  lifespan('database', { band: 'connections', use: symbol('app.db.session', 'open_database') }),
  errorHandler(
    symbol('starlette.exceptions', 'HTTPException'),
    symbol('app.core.errors', 'handle_http_exception'),
  ),
  errorHandler(
    symbol('fastapi.exceptions', 'RequestValidationError'),
    symbol('app.core.errors', 'handle_validation_error'),
  ),
  // The id and the headers stand on every answer, so they are outside of all that answers by itself.
  middleware(symbol('app.middleware.request_id', 'RequestIdMiddleware'), { band: 'outermost' }),
  exposedHeader('X-Request-ID'),
  middleware(symbol('app.middleware.security_headers', 'SecurityHeadersMiddleware'), {
    band: 'outermost',
    args: ['https_only=settings.is_production'],
  }),
  middleware(symbol('starlette.middleware.cors', 'CORSMiddleware'), {
    band: 'security',
    args: [
      'allow_origins=settings.cors_origins',
      'allow_credentials=settings.cors_allow_credentials',
      'allow_methods=["*"]',
      'allow_headers=["*"]',
      'expose_headers=EXPOSED_HEADERS',
    ],
  }),
  middleware(symbol('app.middleware.unhandled_errors', 'UnhandledErrorMiddleware'), {
    band: 'observability',
  }),
  middleware(symbol('app.middleware.body_limit', 'BodyLimitMiddleware'), {
    band: 'innermost',
    args: ['max_body_size=settings.max_body_size'],
  }),
];

/** By module, because `python -m` looks into the current folder before all that is installed. */
const checks = [
  // What is hidden is no code of the project.
  runs('compileall', 'syntax', ['compileall', '-q', '-x', String.raw`/\.`, '.']),
  // By name, files are read that a folder leaves out: hence --force-exclude.
  runs('ruff check', 'lint', ['ruff', 'check', '.'], ['ruff', 'check', '--fix', '--force-exclude']),
  runs(
    'ruff format',
    'lint',
    ['ruff', 'format', '--check', '.'],
    ['ruff', 'format', '--force-exclude'],
  ),
  runs('mypy', 'types', ['mypy']),
  runs('pytest', 'tests', ['pytest', '-q']),
];

function runs(
  id: string,
  level: CheckLevel,
  module: readonly string[],
  mending: readonly string[] | null = null,
): Contribution {
  const mend = mending && ['-m', ...mending];
  return check(id, { level, program: 'python', args: ['-m', ...module], mend });
}

/** In the order in which a person runs them. */
const nextSteps = [
  nextStep('1-migrate', { command: 'alembic upgrade head', why: 'make the tables' }),
  nextStep('2-serve', {
    command: 'uvicorn app.main:app --reload',
    why: 'start it: http://127.0.0.1:8000',
  }),
];
