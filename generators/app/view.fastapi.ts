import { HutError } from '@hut/errors';
import type { Blueprint } from '@hut/blueprint';
import { compareExported, importLines, pythonCall, requirement } from '@hut/fastapi';
import {
  dependencyKind,
  docsKind,
  errorHandlerKind,
  exposedHeaderKind,
  ignoreKind,
  lifespanKind,
  markdownText,
  middlewareKind,
  modelKind,
  pythonLiteral,
  pythonText,
  routerKind,
  secretKind,
  settingKind,
  symbol,
  testFixtureKind,
  tomlText,
  type Assembled,
  type CodeSymbol,
  type DocsSection,
  type Middleware,
  type Router,
} from '@hut/render';
import { databaseTestValues, databaseView } from './database.fastapi.ts';
import { toRuffIgnores } from './ruff-ignores.ts';
import { toSettingLines } from './setting-lines.ts';

/** What the templates of the project print. */
export function toView(blueprint: Blueprint, assembled: Assembled): object {
  requireFreeName(blueprint, assembled);
  return {
    ...names(blueprint),
    ...databaseView(blueprint),
    ...requirements(assembled),
    ...settingsView(assembled),
    ...factoryView(assembled),
    ...docsView(assembled),
    ...testView(blueprint, assembled),
    ignorePatterns: assembled.of(ignoreKind).map(({ pattern }) => pattern),
    ...modelsView(assembled),
  };
}

function modelsView(assembled: Assembled): object {
  const models = [symbol('app.db.base', 'Base'), ...assembled.of(modelKind).map(({ use }) => use)];
  return {
    modelImports: importLines(models),
    models: models.map(({ name }) => name).sort(compareExported),
  };
}

/** A package that depends on its own name cannot be installed. */
function requireFreeName({ name }: Blueprint, assembled: Assembled): void {
  const key = dependencyKind.key({ name, bounds: '', extras: [], group: null });
  if (!assembled.of(dependencyKind).some((needed) => dependencyKind.key(needed) === key)) return;
  throw new HutError({
    id: 'name',
    message: `The project is named ${name}, and so is a package that it needs`,
    hint: `Give it another name: ${name}-service`,
  });
}

function names({ name, description, python }: Blueprint): object {
  const about = description === '' ? 'A FastAPI service' : description;
  return {
    nameToml: tomlText(name),
    namePython: pythonLiteral(name),
    nameMarkdown: markdownText(name),
    descriptionToml: tomlText(about),
    descriptionPython: pythonText(about, { indent: 'DESCRIPTION = '.length }),
    descriptionMarkdown: markdownText(about),
    python,
    pythonTarget: `py${python.replace('.', '')}`,
    ruffIgnores: toRuffIgnores({ python }),
  };
}

function requirements(assembled: Assembled): object {
  const inGroup = (wanted: string | null): readonly string[] =>
    assembled
      .of(dependencyKind)
      .filter(({ group }) => group === wanted)
      .map((dependency) => tomlText(requirement(dependency)));
  return { dependencies: inGroup(null), devDependencies: inGroup('dev') };
}

function settingsView(assembled: Assembled): object {
  const settings = assembled.of(settingKind);
  const secrets = assembled.of(secretKind);
  const imported = [
    symbol('typing', 'Self'),
    symbol('pydantic', 'model_validator'),
    symbol('pydantic_settings', 'BaseSettings'),
    symbol('pydantic_settings', 'SettingsConfigDict'),
    ...settings.flatMap(({ uses }) => uses),
    ...secrets.filter(({ isSetting }) => isSetting).flatMap(() => SECRET_SYMBOLS),
  ];
  return { ...toSettingLines(settings, secrets), settingsImports: importLines(imported) };
}

/** What the type of a secret needs imported. */
const SECRET_SYMBOLS = [
  symbol('typing', 'Annotated'),
  symbol('pydantic', 'Field'),
  symbol('pydantic', 'SecretStr'),
];

/** What the factory needs whatever is contributed. */
const factorySymbols: readonly CodeSymbol[] = [
  ...['AsyncIterator', 'Callable', 'Coroutine'].map((name) => symbol('collections.abc', name)),
  ...['AbstractAsyncContextManager', 'AsyncExitStack', 'asynccontextmanager'].map((name) =>
    symbol('contextlib', name),
  ),
  symbol('typing', 'Any'),
  ...['FastAPI', 'Request', 'Response'].map((name) => symbol('fastapi', name)),
  symbol('starlette.middleware', 'Middleware'),
  ...['DESCRIPTION', 'NAME', 'VERSION'].map((name) => symbol('app.about', name)),
  ...['docs', 'landing'].map((name) => symbol('app.api', name)),
  symbol('app.core.errors', 'PROBLEM_RESPONSES'),
  symbol('app.core.logging', 'configure_logging'),
  symbol('app.core.openapi', 'Application'),
  symbol('app.core.settings', 'Settings'),
];

function factoryView(assembled: Assembled): object {
  const [handlers, resources, routers, layers] = [
    assembled.of(errorHandlerKind),
    assembled.of(lifespanKind),
    assembled.of(routerKind),
    assembled.of(middlewareKind),
  ];
  const used = [...resources, ...layers, ...handlers].map(({ use }) => use);
  return {
    factoryImports: importLines([
      ...factorySymbols,
      ...used,
      ...routers.map(toRouterImport),
      ...handlers.map(({ exception }) => exception),
    ]),
    errorHandlers: handlers.map(({ exception, use }) => `${exception.name}: ${use.name}`),
    resources: resources.map(({ use }) => use.name),
    exposedHeaders: assembled.of(exposedHeaderKind).map(({ name }) => pythonLiteral(name)),
    middleware: layers.map(toMiddlewareCall),
    routers: routers.map(toRouterCall),
  };
}

/** A router of a version has a name of its own: an entity may be called as a module of the application is. */
function toRouterImport({ use, version }: Router): CodeSymbol {
  if (version === null) return use;
  return { module: `${use.module}.${use.name}`, name: 'router', as: `${use.name}_router` };
}

function toRouterCall({ use, version }: Router): string {
  const args =
    version === null
      ? [`${use.name}.router`]
      : [`${use.name}_router`, `prefix=${pythonLiteral(`/api/${version}`)}`];
  return pythonCall('app.include_router', args, 4);
}

function toMiddlewareCall({ use, args }: Middleware): string {
  return pythonCall('Middleware', [use.name, ...args], 8);
}

function docsView(assembled: Assembled): object {
  const inBand = (wanted: string): readonly DocsSection[] =>
    assembled.of(docsKind).filter(({ band }) => band === wanted);
  return {
    docsStart: inBand('start'),
    docsUse: inBand('use'),
    docsOperate: inBand('operate'),
    docsGrow: inBand('grow'),
  };
}

/** The tests set what has no default, so that every `Settings()` in them is valid. */
function testView(blueprint: Blueprint, assembled: Assembled): object {
  const known = databaseTestValues(blueprint);
  const given = assembled.of(settingKind).filter((setting) => setting.default === null);
  const testEnvironment = [
    ...given.map(({ name, example }) => [name, known[name] ?? example] as const),
    ...assembled
      .of(secretKind)
      .filter(({ isSetting }) => isSetting)
      .map(({ name, bytes }) => [name, 'known-to-the-tests-'.padEnd(bytes, 'x')] as const),
  ].map(([name, value]) => `${pythonLiteral(name.toUpperCase())}, ${pythonLiteral(value)}`);
  return {
    testPlugins: assembled.of(testFixtureKind).map(({ module }) => module),
    testEnvironment: testEnvironment.sort(),
  };
}
