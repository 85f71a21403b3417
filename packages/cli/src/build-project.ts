import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { HutError } from '@hut/errors';
import {
  askWizard,
  draftBlueprint,
  findProject,
  readTextFile,
  recoverProject,
  refuseForeignFolder,
  repeatCommand,
  requireInstaller,
  toFeatureAmendments,
  toValues,
  type Amendment,
  type Definition,
  type Draft,
  type Installer,
  type Plan,
} from '@hut/kit';
import { isAsking } from './carry-out.ts';
import { execute } from './execute.ts';
import { finishGrowth } from './finish-growth.ts';
import { finishProject } from './finish-project.ts';
import { wordsIn } from './generator-options.ts';
import type { GlobalOptions } from './global-options.ts';
import { isDryRun } from './is-dry-run.ts';
import { printReport } from './print-report.ts';
import type { Shell } from './shell.ts';
import { tellBy } from './tell-by.ts';

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
  recoverProject(root, tellBy(shell));
  refuseForeignFolder(root);
  const isNew = !existsSync(join(root, 'hut.yaml'));
  const asks = isNew && options.from === undefined && isAsking(shell, options);
  const amendments = asks ? await askWizard(given, shell.lookup, shell.prompt) : given;
  const command = repeatCommand({ door: 'hut build', path, from: options.from, amendments });
  let installer: Installer | null = null;
  const executed = await execute({
    shell,
    options,
    root,
    command,
    amend: (existing) => draftBlueprint({ existing, ...toDraft(build, root), amendments }),
    check: (plan) => (installer = isNew ? findNeededInstaller(plan, options) : null),
  });
  if (!isNew) return finishGrowth({ shell, options, executed, repeat: null });
  const { report, shown } = executed;
  if (!report.written) return printReport(report, { options, shell, shown });
  const repeat = asks ? [command, ...repeatSetUp(options), '--yes'].join(' ') : null;
  return finishProject({ shell, options, report, installer, repeat });
}

function repeatSetUp({ install, git }: BuildOptions): readonly string[] {
  return [...(install ? [] : ['--no-install']), ...(git ? [] : ['--no-git'])];
}

function givenAmendments({ shell, definition, options }: Build): readonly Amendment[] {
  const wordOf = wordsIn(options);
  return [
    { definition, values: toValues(definition, wordOf) },
    ...toFeatureAmendments(shell.lookup, wordOf),
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

/** Inside a project no path is needed; elsewhere it is asked for, or required. */
async function askPath({ shell, options }: Build): Promise<string | undefined> {
  if (findProject(shell.cwd) !== undefined) return undefined;
  if (!isAsking(shell, options)) throw missingPath();
  const message = 'Folder of the new project';
  const { path } = await shell.prompt([{ type: 'input', name: 'path', message, default: 'shop' }]);
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
