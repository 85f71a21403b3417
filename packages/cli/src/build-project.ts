import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import {
  draftBlueprint,
  findProject,
  readTextFile,
  refuseForeignFolder,
  requireInstaller,
  type Definition,
  type Draft,
  type Installer,
  type Plan,
} from '@hut/kit';
import { recover } from '@hut/commit';
import { HutError } from '@hut/errors';
import { askWizard, repeatCommand, type Amendment } from './ask-wizard.ts';
import { execute, isAsking, isDryRun } from './execute.ts';
import { finishProject } from './finish-project.ts';
import { featureValuesOf, valuesOf } from './generator-options.ts';
import type { GlobalOptions } from './global-options.ts';
import { printReport } from './print-report.ts';
import type { Shell } from './shell.ts';
import { prompt } from './terminal.ts';

/** The options of `hut build`: its own, and those of the generators. */
export type BuildOptions = GlobalOptions &
  Readonly<Record<string, unknown>> & { readonly path?: string; readonly from?: string };

/** One `hut build`. */
export interface Build {
  readonly shell: Shell;
  readonly definition: Definition;
  readonly path: string | undefined;
  readonly options: BuildOptions;
}

/** Makes the project, or renders it again. Returns the exit code; throws HutError. */
export async function buildProject(build: Build): Promise<number> {
  const { shell, options } = build;
  const given = givenAmendments(build);
  const path = build.path ?? (await askPath(build));
  const root = path === undefined ? findProject(shell.cwd)! : resolve(shell.cwd, path);
  // First of all: what a killed build left may be all that is there.
  recover(root);
  refuseForeignFolder(root);
  const isNew = !existsSync(join(root, 'hut.yaml'));
  const asks = isNew && options.from === undefined && isAsking(shell, options);
  const amendments = asks ? await askWizard(given, shell.lookup, prompt) : given;
  let installer: Installer | null = null;
  const { report } = await execute({
    shell,
    options,
    root,
    command: repeatCommand(path, amendments, options.from),
    amend: (existing) =>
      draftBlueprint({ existing, ...toDraft(build, root), splices: toSplices(amendments) }),
    check: (plan) => (installer = isNew ? findNeededInstaller(plan, options) : null),
  });
  const exitCode = printReport(report, options, shell);
  if (!isNew || !report.written) return exitCode;
  await finishProject({ shell, options, report, installer });
  if (asks)
    shell.stderr.write(`\nThe same again: ${repeatCommand(path, amendments, undefined)} --yes\n`);
  return exitCode;
}

function givenAmendments({ shell, definition, options }: Build): readonly Amendment[] {
  return [
    { definition, values: valuesOf(definition, options) },
    ...featureValuesOf(shell.lookup, options),
  ];
}

function toDraft(
  { shell, options }: Build,
  root: string,
): Pick<Draft, 'from' | 'name' | 'lookup' | 'version'> {
  const file = options.from;
  const from = file === undefined ? null : { file, text: readTextFile(resolve(shell.cwd, file)) };
  return { from, name: basename(root), lookup: shell.lookup, version: shell.version };
}

function toSplices(amendments: readonly Amendment[]): ReturnType<Definition['amend']> {
  return amendments.flatMap(({ definition, values }) => definition.amend(values));
}

/** Inside a project no path is needed; elsewhere it is asked for, or required. */
async function askPath({ shell, options }: Build): Promise<string | undefined> {
  if (findProject(shell.cwd) !== undefined) return undefined;
  if (!isAsking(shell, options)) throw missingPath();
  const question = {
    type: 'input',
    name: 'path',
    message: 'Folder of the new project',
    default: 'shop',
  } as const;
  const { path } = await prompt([question]);
  return String(path);
}

function findNeededInstaller({ blueprint }: Plan, options: BuildOptions): Installer | null {
  return options.install && !isDryRun(options) ? requireInstaller(blueprint.python) : null;
}

function missingPath(): HutError {
  return new HutError({
    id: 'missing-path',
    message: 'The folder of the new project is missing',
    hint: 'Name it: hut build shop. Inside a project, hut build renders it again.',
  });
}
