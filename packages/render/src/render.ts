export { defineKind, type Contribution, type Kind } from './kind.ts';
export { findMisfit, type Form, type FormOf } from './form.ts';
export { KINDS } from './kinds/kinds.ts';
export { assemble, type Assembled, type Contributed } from './assemble.ts';
export { symbol, type CodeSymbol } from './symbol.ts';
export { dependency, dependencyKind, type Dependency } from './kinds/dependency.ts';
export {
  setting,
  secret,
  settingKind,
  secretKind,
  type Secret,
  type Setting,
} from './kinds/setting.ts';
export { model, modelKind, type Model } from './kinds/model.ts';
export { router, routerKind, type Router } from './kinds/router.ts';
export {
  middleware,
  middlewareKind,
  middlewareBands,
  type Middleware,
} from './kinds/middleware.ts';
export { lifespan, lifespanKind, lifespanBands, type Lifespan } from './kinds/lifespan.ts';
export { errorHandler, errorHandlerKind, type ErrorHandler } from './kinds/error-handler.ts';
export { exposedHeader, exposedHeaderKind, type ExposedHeader } from './kinds/exposed-header.ts';
export {
  contextVariable,
  contextVariableKind,
  type ContextVariable,
} from './kinds/context-variable.ts';
export { job, jobKind, type Job } from './kinds/job.ts';
export { guard, guardKind, type Guard } from './kinds/guard.ts';
export { ignore, ignoreKind, type Ignore } from './kinds/ignore.ts';
export { docs, docsKind, docsBands, type DocsSection } from './kinds/docs.ts';
export { nextStep, nextStepKind, type NextStep } from './kinds/next-step.ts';
export {
  backingService,
  backingServiceKind,
  localEnvironment,
  serviceStart,
  serviceUrl,
  type BackingService,
  type ServicePassword,
  type ServiceUrl,
} from './kinds/backing-service.ts';
export {
  outsideService,
  outsideServiceKind,
  type OutsideService,
} from './kinds/outside-service.ts';
export {
  backgroundProcess,
  backgroundProcessKind,
  type BackgroundProcess,
} from './kinds/background-process.ts';
export { storage, storageKind, type Storage } from './kinds/storage.ts';
export { ciBands, ciStep, ciStepKind, type CiStep } from './kinds/ci-step.ts';
export { check, checkKind, checkLevels, type Check, type CheckLevel } from './kinds/check.ts';
export { testFixture, testFixtureKind, type TestFixture } from './kinds/test-fixture.ts';
export { file, fileKind, type ProjectFile } from './kinds/file.ts';
export { templateFiles, type Template, type TemplateSet } from './template-files.ts';
export { renderTree, type Tree, type TreeFile } from './render-tree.ts';
export { columnsOf, pythonLiteral, pythonText } from './literals/python.ts';
export { tomlText } from './literals/toml.ts';
export { yamlScalar, yamlText } from './literals/yaml.ts';
export { yamlBlock, type YamlValue } from './literals/yaml-block.ts';
export { shellText } from './literals/shell.ts';
export { dotEnvText } from './literals/dot-env.ts';
export { markdownText } from './literals/markdown.ts';
