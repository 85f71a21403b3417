import type { Chance } from './random.ts';

/** What a made-up generator renders from: a set of features and a few values that change between versions. */
export interface Recipe {
  readonly features: readonly Feature[];
  readonly title: string;
  readonly bound: number;
}

interface Feature {
  readonly id: string;
  readonly router: boolean;
  readonly setting: string | undefined;
  readonly service: boolean;
}

const FEATURES: readonly Feature[] = [
  { id: 'articles', router: true, setting: undefined, service: false },
  { id: 'audit', router: true, setting: 'int = 30', service: false },
  { id: 'auth', router: true, setting: 'str = "none"', service: false },
  { id: 'cache', router: false, setting: 'str | None = None', service: true },
  { id: 'limits', router: false, setting: 'int = 100', service: false },
  { id: 'mail', router: false, setting: 'str | None = None', service: true },
  { id: 'metrics', router: true, setting: 'bool = False', service: false },
  { id: 'search', router: true, setting: 'str = "local"', service: true },
  { id: 'tags', router: true, setting: undefined, service: false },
  { id: 'workers', router: false, setting: 'int = 2', service: true },
];

/** A recipe by chance. */
export function drawRecipe(chance: Chance): Recipe {
  const features = chance.some(FEATURES, 0.45);
  return { features, title: chance.pick(['Shop', 'Shop', 'Store']), bound: chance.pick([1, 1, 2]) };
}

/** The recipe of the next version: some features more, some fewer, rarely another value. */
export function changeRecipe({ features, title, bound }: Recipe, chance: Chance): Recipe {
  const flipped = chance.some(FEATURES, 0.2);
  const kept = FEATURES.filter((one) => features.includes(one) !== flipped.includes(one));
  return {
    features: kept,
    title: chance.happens(0.15) ? 'Market' : title,
    bound: chance.happens(0.15) ? bound + 1 : bound,
  };
}

type Render = (recipe: Recipe) => readonly string[];

const main: Render = ({ features, title }) => {
  const routers = features.filter(({ router }) => router);
  const resources = features.filter(({ service }) => service);
  return [
    '"""The application."""',
    '',
    'from contextlib import asynccontextmanager',
    '',
    'from fastapi import FastAPI',
    '',
    `from app.api import ${['health', ...routers.map(({ id }) => id)].sort().join(', ')}`,
    'from app.core.settings import Settings',
    ...resources.map(({ id }) => `from app.core.${id} import open_${id}`),
    '',
    'RESOURCES = [',
    ...resources.map(({ id }) => `    open_${id},`),
    ']',
    '',
    '',
    '@asynccontextmanager',
    'async def lifespan(app):',
    '    for resource in RESOURCES:',
    '        await resource(app)',
    '    yield',
    '',
    '',
    'def include_routers(app: FastAPI, settings: Settings) -> None:',
    '    app.include_router(health.router)',
    ...routers.map(({ id }) => `    app.include_router(${id}.router, prefix="/${id}")`),
    '    if settings.debug:',
    '        app.state.debug = True',
    '',
    '',
    'def create_app(settings: Settings | None = None) -> FastAPI:',
    '    settings = settings or Settings()',
    '    app = FastAPI(',
    `        title="${title}",`,
    ...(features.length > 4 ? ['        docs_url=None,'] : []),
    '        lifespan=lifespan,',
    '    )',
    '    include_routers(app, settings)',
    '    return app',
    '',
    '',
    'app = create_app()',
  ];
};

const settings: Render = ({ features, title }) => [
  'from pydantic import SecretStr',
  'from pydantic_settings import BaseSettings, SettingsConfigDict',
  '',
  '',
  'class Settings(BaseSettings):',
  '    model_config = SettingsConfigDict(env_file=".env", extra="ignore")',
  '',
  `    title: str = "${title}"`,
  '    debug: bool = False',
  ...features.flatMap(({ id, setting }) =>
    setting === undefined ? [] : [`    # About ${id}.`, `    ${id}_value: ${setting}`],
  ),
  '    secret_key: SecretStr',
  '',
  '    @property',
  '    def is_quiet(self) -> bool:',
  '        return not self.debug',
  ...features.flatMap(({ id, service }) =>
    service
      ? [
          '',
          '    @property',
          `    def has_${id}(self) -> bool:`,
          `        return bool(self.${id}_value)`,
        ]
      : [],
  ),
];

const exports: Render = ({ features }) => {
  const names = ['User', ...features.map(({ id }) => id[0]!.toUpperCase() + id.slice(1))].sort();
  return [
    ...names.map((name) => `from app.models.${name.toLowerCase()} import ${name}`),
    '',
    `__all__ = [${names.map((name) => `"${name}"`).join(', ')}]`,
  ];
};

const pyproject: Render = ({ features, bound }) => [
  '[project]',
  'name = "shop"',
  'dependencies = [',
  `    "fastapi>=0.12${bound}",`,
  ...features.filter(({ service }) => service).map(({ id }) => `    "${id}-kit>=${bound}",`),
  '    "sqlalchemy[asyncio]>=2.0",',
  ']',
  '',
  '[tool.ruff]',
  'line-length = 100',
  `select = ["E", "F"${features.length > 3 ? ', "S"' : ''}, "W"]`,
  ...features.flatMap(({ id, setting }) =>
    setting === undefined ? [] : ['', `[tool.${id}]`, 'enabled = true', `level = ${bound}`],
  ),
  '',
  '[tool.pytest.ini_options]',
  'testpaths = ["tests"]',
];

const compose: Render = ({ features, bound }) => [
  'services:',
  '  app:',
  '    build: .',
  '    ports: ["8000:8000"]',
  '    environment:',
  '      ENVIRONMENT: production',
  ...features
    .filter(({ setting }) => setting !== undefined)
    .map(({ id }) => `      ${id.toUpperCase()}_VALUE: "${id}"`),
  '    depends_on:',
  '      - db',
  ...features.filter(({ service }) => service).map(({ id }) => `      - ${id}`),
  '  db:',
  `    image: postgres:1${bound}`,
  ...features
    .filter(({ service }) => service)
    .flatMap(({ id }) => [
      `  ${id}:`,
      `    image: ${id}:${bound}`,
      '    healthcheck:',
      `      test: ["CMD", "${id}", "ping"]`,
    ]),
  'volumes:',
  '  data:',
];

const env: Render = ({ features, title }) => [
  `TITLE=${title}`,
  'DEBUG=true',
  ...features.flatMap(({ id, setting }) =>
    setting === undefined ? [] : [`# About ${id}.`, `${id.toUpperCase()}_VALUE=`],
  ),
  'SECRET_KEY=',
];

const packageJson: Render = ({ features, bound }) => [
  '{',
  '  "name": "shop",',
  '  "scripts": {',
  ...features.map(({ id }) => `    "${id}": "run ${id}",`),
  '    "test": "pytest"',
  '  },',
  '  "dependencies": {',
  [
    `    "kit": "^${bound}"`,
    ...features.filter(({ service }) => service).map(({ id }) => `    "${id}-client": "^${bound}"`),
  ].join(',\n'),
  '  }',
  '}',
];

const readme: Render = ({ features, title }) => [
  `# ${title}`,
  '',
  'A service.',
  '',
  '| Page | What |',
  '|---|---|',
  '| `/` | Start |',
  ...features.filter(({ router }) => router).map(({ id }) => `| \`/${id}\` | About ${id} |`),
  '',
  '## Run',
  '',
  '```sh',
  'uv sync',
  ...features.filter(({ service }) => service).map(({ id }) => `uv run ${id}`),
  '```',
  ...features.flatMap(({ id, setting }) =>
    setting === undefined ? [] : ['', `## About ${id}`, '', `It does ${id}.`],
  ),
  '',
  '## Layout',
  '',
  '- `app`: code',
  ...features.map(({ id }) => `- \`app/${id}\`: ${id}`),
];

/** The files of the made-up project. */
export const FILES: Readonly<Record<string, Render>> = {
  'app/main.py': main,
  'app/settings.py': settings,
  'app/models/__init__.py': exports,
  'pyproject.toml': pyproject,
  'compose.yaml': compose,
  '.env.example': env,
  'package.json': packageJson,
  'README.md': readme,
};
