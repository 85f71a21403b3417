import { openTestProject, type TestProject } from '@hut/testing';
import { defineGenerator, type Lookup } from '@hut/kit';
import {
  dependency,
  docs,
  errorHandler,
  ignore,
  lifespan,
  middleware,
  model,
  router,
  secret,
  setting,
  symbol,
  testFixture,
} from '@hut/render';
import { lookup } from '../lookup.ts';

/** A feature that contributes one of each kind that the project prints. */
const everything = defineGenerator({
  id: 'everything',
  summary: 'One of each',
  feature: true,
  contribute: () => [
    dependency('redis', '>=6'),
    setting('cache_url', 'str | None', { default: 'None', example: '', doc: 'Where the cache is' }),
    setting('public_url', 'AnyUrl', {
      uses: [symbol('pydantic', 'AnyUrl')],
      example: 'http://localhost',
      doc: 'Where people find it',
    }),
    secret('token_key', { doc: 'Signs tokens' }),
    router(symbol('app.api', 'billing')),
    router(symbol('app.api.v1', 'docs'), { version: 'v1' }),
    model(symbol('app.models.user', 'User')),
    model(symbol('app.models.api_key', 'APIKey')),
    middleware(symbol('app.middleware.trace', 'TraceMiddleware'), { band: 'observability' }),
    lifespan('cache', { band: 'connections', use: symbol('app.core.cache', 'open_cache') }),
    errorHandler(
      symbol('app.core.cache', 'CacheError'),
      symbol('app.core.cache', 'handle_cache_error'),
    ),
    ignore('dump.rdb'),
    docs('Cache', { band: 'use', body: 'Redis.' }),
    testFixture('tests.fixtures.cache'),
  ],
});
const withEverything: Lookup = [...lookup, { definition: everything, templates: {} }];

describe('a project with the longest name', () => {
  const name = 'a'.repeat(64);
  const project = openTestProject(lookup, name);
  afterAll(() => project.remove());

  it('keeps to the line length', async () => {
    await project.hut();
    expect(project.read('app/core/settings.py')).toContain(
      `    database_url: str = (\n        "sqlite+aiosqlite:///./${name}.db"\n    )\n`,
    );
  });

  it('has names of databases that a server does not shorten', async () => {
    await project.hut({ splices: [{ set: ['database'], value: 'postgresql' }] });
    const [, database] = /localhost:5432\/(\w+)/.exec(project.read('.env.example'))!;
    expect(`${database}_test_own`.length).toBeLessThan(63);
  });
});

describe('the project', () => {
  let project: TestProject;
  beforeEach(() => (project = openTestProject(withEverything)));
  afterEach(() => project.remove());

  it('prints what other generators contribute, each in its place', async () => {
    await project.hut({ features: { everything: {} } });
    expect(project.read('pyproject.toml')).toMatch(
      /"pydantic-settings.*",\n {4}"redis>=6",\n {4}"sqlalchemy/,
    );
    expect(project.read('app/core/settings.py')).toContain('    cache_url: str | None = None\n');
    expect(project.read('app/core/settings.py')).toContain('    public_url: AnyUrl\n');
    expect(project.read('app/core/settings.py')).toContain(
      '    token_key: Annotated[SecretStr, Field(min_length=32)]\n',
    );
    expect(project.read('app/core/settings.py')).toContain(
      'from pydantic import AnyUrl, Field, SecretStr, model_validator\n',
    );
    expect(project.read('.env.example')).toContain('\n# Signs tokens\nTOKEN_KEY=\n');
    expect(project.read('.env')).toMatch(/^TOKEN_KEY=[\w-]{43}$/m);
    expect(project.read('app/factory.py')).toContain('    open_cache,\n    open_database,\n');
    expect(project.read('app/factory.py')).toContain(
      'from app.api import billing, docs, health, landing\n',
    );
    expect(project.read('app/factory.py')).toContain(
      'from app.api.v1.docs import router as docs_router\n',
    );
    expect(project.read('app/factory.py')).toContain(
      '    app.include_router(health.router)\n    app.include_router(docs_router, prefix="/api/v1")\n',
    );
    expect(project.read('app/models/__init__.py')).toContain(
      'from app.db.base import Base\nfrom app.models.api_key import APIKey\nfrom app.models.user import User\n',
    );
    expect(project.read('app/models/__init__.py')).toContain(
      '    "APIKey",\n    "Base",\n    "User",\n',
    );
    expect(project.read('app/factory.py')).toContain(
      '        Middleware(TraceMiddleware),\n        Middleware(UnhandledErrorMiddleware),\n',
    );
    expect(project.read('app/factory.py')).toContain('    CacheError: handle_cache_error,\n');
    expect(project.read('.gitignore')).toContain('dump.rdb\n');
    expect(project.read('README.md')).toContain('\n## Cache\n\nRedis.\n');
    expect(project.read('tests/conftest.py')).toContain('    "tests.fixtures.cache",\n');
    expect(project.read('tests/conftest.py')).toContain(
      'monkeypatch.setenv("TOKEN_KEY", "known-to-the-tests-',
    );
  });

  it('is the same whether that came at once or later', async () => {
    await project.hut({ features: { everything: {} } });
    const later = openTestProject(withEverything);
    await later.hut();
    await later.hut({ features: { everything: {} } });
    for (const path of [
      'pyproject.toml',
      'app/factory.py',
      'app/core/settings.py',
      'README.md',
      'hut.yaml',
    ]) {
      expect(later.read(path)).toBe(project.read(path));
    }
    later.remove();
  });

  it('keeps every secret out of what is rendered', async () => {
    await project.hut({ features: { everything: {} } });
    const [, value] = /TOKEN_KEY=(.+)/.exec(project.read('.env'))!;
    for (const path of [
      '.env.example',
      '.hut/base/.env.example',
      'hut.yaml',
      'app/core/settings.py',
    ]) {
      expect(project.read(path)).not.toContain(value);
    }
  });

  it('has the driver of its database, and no default where a password would be in it', async () => {
    await project.hut();
    expect(project.read('pyproject.toml')).toContain('    "aiosqlite>=0.21,<1",\n');
    expect(project.read('app/core/settings.py')).toContain(
      '    database_url: str = "sqlite+aiosqlite:///./shop.db"\n',
    );
    project.edit('hut.yaml', 'database: sqlite', 'database: postgresql');
    await project.hut();
    expect(project.read('pyproject.toml')).not.toContain('aiosqlite');
    expect(project.read('pyproject.toml')).toContain('    "asyncpg>=0.31,<1",\n');
    expect(project.read('app/core/settings.py')).toContain('    database_url: str\n');
    expect(project.read('app/db/engine.py')).toContain('pool_pre_ping=True');
    expect(project.read('README.md')).toContain('async SQLAlchemy on PostgreSQL,');
  });

  it.each([
    ['postgresql', 'postgresql+asyncpg://postgres:postgres@localhost:5432/shop'],
    ['mysql', 'mysql+asyncmy://root:root@localhost:3306/shop'],
  ])('on %s has a URL for a local server in .env', async (database, url) => {
    await project.hut({ splices: [{ set: ['database'], value: database }] });
    expect(project.read('.env')).toContain(`DATABASE_URL=${url}\n`);
    expect(project.read('.env.example')).toContain(`\nDATABASE_URL=${url}\n`);
    expect(project.read('tests/conftest.py')).not.toContain(url);
  });
});
