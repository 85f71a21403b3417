import { backgroundProcessKind } from './background-process.ts';
import { backingServiceKind } from './backing-service.ts';
import { checkKind } from './check.ts';
import { ciStepKind } from './ci-step.ts';
import { contextVariableKind } from './context-variable.ts';
import { dependencyKind } from './dependency.ts';
import { docsKind } from './docs.ts';
import { errorHandlerKind } from './error-handler.ts';
import { exposedHeaderKind } from './exposed-header.ts';
import { fileKind } from './file.ts';
import { guardKind } from './guard.ts';
import { ignoreKind } from './ignore.ts';
import { jobKind } from './job.ts';
import { lifespanKind } from './lifespan.ts';
import { middlewareKind } from './middleware.ts';
import { modelKind } from './model.ts';
import { nextStepKind } from './next-step.ts';
import { outsideServiceKind } from './outside-service.ts';
import { routerKind } from './router.ts';
import { settingKind, secretKind } from './setting.ts';
import { storageKind } from './storage.ts';
import { testFixtureKind } from './test-fixture.ts';
import type { Kind } from '../kind.ts';

/** The kinds that there are without packages of other people. */
export const KINDS: readonly Kind<unknown>[] = [
  backgroundProcessKind,
  backingServiceKind,
  checkKind,
  ciStepKind,
  contextVariableKind,
  dependencyKind,
  docsKind,
  errorHandlerKind,
  exposedHeaderKind,
  fileKind,
  guardKind,
  ignoreKind,
  jobKind,
  lifespanKind,
  middlewareKind,
  modelKind,
  nextStepKind,
  outsideServiceKind,
  routerKind,
  settingKind,
  secretKind,
  storageKind,
  testFixtureKind,
];
