import { resolve } from 'node:path';
import { HutError } from '@hut/errors';
import { toFeatureAmendments, toValues, type Amendment } from '../amendment.ts';
import { askWizard } from '../ask-wizard.ts';
import type { Definition } from '../define-generator.ts';
import type { Draft } from '../draft-blueprint.ts';
import { findProject } from '../find-project.ts';
import { readHutYaml } from '../read-hut-yaml.ts';
import { readTextFile } from '../read-text-file.ts';
import { repeatCommand } from '../repeat-command.ts';
import type { CommandLine } from './command-line.ts';
import { joinPlugins } from './join-plugins.ts';
import { isAsking } from './manner.ts';
import { openProject } from './open-project.ts';
import { promptBy } from './prompt-by.ts';
import { sharedWorkspace } from './shared-files.ts';
import type { SharedRun } from './shared-run.ts';

/** What a generator was asked to do, in which folder. */
export interface Request {
  readonly definition: Definition;
  readonly run: SharedRun;
  readonly line: CommandLine;
  /** Where the paths of the command line begin. */
  readonly folder: string;
}

/** What a generator adds to the run, and the command that asks for the same again. */
export interface Requested {
  readonly amendments: readonly Amendment[];
  readonly command: string;
  /** A wizard asked for some of it. */
  readonly isAsked: boolean;
}

/**
 * Opens the folder of a new project, or of the one that is there, and asks for what is missing where somebody can
 * answer. Throws HutError, or the error of a person who left.
 */
export async function requestBuild(request: Request): Promise<Requested> {
  const { definition, run, line, folder } = request;
  const wordOf = (flag: string): string | boolean | undefined => line.words.get(flag);
  const given = [
    { definition, values: toValues(definition, wordOf) },
    ...toFeatureAmendments(run.lookup, wordOf),
  ];
  const path = line.args[0] ?? findWord(line, 'path') ?? (await askPath(request));
  const root = path === undefined ? findProject(folder)! : resolve(folder, path);
  const from = readFrom(request);
  const { isNew } = openProject(run, root, from);
  await joinPlugins(run, root, from?.text ?? readHutYaml(sharedWorkspace(run.env, root)));
  const isAsked = isNew && from === null && isAsking(run.manner, run.env);
  const amendments = isAsked ? await askWizard(given, run.lookup, promptBy(run.env)) : given;
  const command = repeatCommand({ door: 'yo hut', path, from: from?.file, amendments });
  return { amendments, command, isAsked };
}

/** A flag without its word asks for nothing. */
function findWord({ words }: CommandLine, name: string): string | undefined {
  const word = words.get(name);
  return typeof word === 'string' ? word : undefined;
}

/** Inside a project no path is needed; elsewhere it is asked for, or required. */
async function askPath({ run, folder }: Request): Promise<string | undefined> {
  if (findProject(folder) !== undefined) return undefined;
  if (!isAsking(run.manner, run.env)) throw missingPath();
  const message = 'Folder of the new project';
  const { path } = await promptBy(run.env)([
    { type: 'input', name: 'path', message, default: 'shop' },
  ]);
  return String(path);
}

function readFrom({ line, folder }: Request): Draft['from'] {
  const file = findWord(line, 'from');
  return file === undefined ? null : { file, text: readTextFile(resolve(folder, file)) };
}

function missingPath(): HutError {
  return new HutError({
    id: 'missing-path',
    message: 'The folder of the new project is missing',
    hint: 'Name it: yo hut shop. Inside a project, yo hut renders it again.',
  });
}
