import { basename } from 'node:path';
import type { FileWrite } from '@hut/commit';
import { HutError } from '@hut/errors';
import {
  createConflicterTransform,
  createYoResolveTransform,
  forceYoFiles,
} from '@yeoman/conflicter';
import { isFilePending } from 'mem-fs-editor/state';
import { createCommitTransform } from 'mem-fs-editor/transform';
import { diskWorkspace } from '../workspace.ts';
import type { Environment, SharedFile } from './environment.ts';
import { isAsking, type Manner } from './manner.ts';
import { listPending, pathInProject } from './shared-files.ts';

/** Which shared files are other generators'. */
export type IsForeign = (file: SharedFile) => boolean;

/** Throws HutError `outside` for a file of another generator that can't be in the commit of this project. */
export function refuseOutside(env: Environment, root: string): void {
  const outside = listPending(env).find((file) => isOutside(root, file) && !isOfYeoman(file));
  if (outside === undefined) return;
  throw new HutError({
    id: 'outside',
    message: `Another generator would write ${outside.path}, outside of the project ${root}`,
    hint: 'Files of one run are written together: run that generator on its own, or let it write into the project.',
  });
}

/** `.yo-rc.json` and its like lie where Yeoman runs. */
function isOfYeoman({ path }: SharedFile): boolean {
  return basename(path).startsWith('.yo-');
}

function isOutside(root: string, file: SharedFile): boolean {
  return pathInProject(root, file) === undefined;
}

/**
 * Lets Yeoman's resolver decide about the files of other generators, without writing them; a file that is skipped
 * is no longer pending. Throws HutError `conflict` where nobody is there to ask, and what the person throws who aborts.
 */
export async function resolveForeign(
  env: Environment,
  isForeign: IsForeign,
  manner: Manner,
): Promise<void> {
  const refused: string[] = [];
  const adapter = isAsking(manner, env) ? env.adapter : unattended(env, refused);
  const options = { ...env.conflicterOptions, dryRun: manner.dryRun !== null };
  await env.sharedFs.pipeline(
    { filter: (file) => isForeign(file) && (isFilePending(file) || isResolveFile(file)) },
    createYoResolveTransform(),
    forceYoFiles(),
    createConflicterTransform(adapter, options),
  );
  if (refused.length > 0) throw foreignConflict(refused);
}

function isResolveFile({ path }: SharedFile): boolean {
  return basename(path) === '.yo-resolve';
}

/** Instead of a question to nobody: an answer that notes the file. */
function unattended({ adapter }: Environment, refused: string[]): Environment['adapter'] {
  const note = ({ relativeFilePath }: { relativeFilePath: string }): 'skip' => {
    refused.push(relativeFilePath);
    return 'skip';
  };
  const prompt = async (): Promise<object> => ({ action: note });
  return { log: adapter.log, prompt } as never;
}

function foreignConflict(paths: readonly string[]): HutError {
  return new HutError({
    id: 'conflict',
    message: `Files of other generators need a decision, nothing was written\n${paths.map((path) => `  ${path}`).join('\n')}`,
    hint: 'Run it in a terminal to decide each, or add --force to overwrite them.',
    exitCode: 2,
  });
}

/** The files of other generators that were decided to be written into the project. */
export function toForeignWrites(
  env: Environment,
  root: string,
  isForeign: IsForeign,
): readonly FileWrite[] {
  const disk = diskWorkspace(root);
  return listPending(env)
    .filter((file) => isForeign(file) && !isOutside(root, file))
    .map((file) => {
      const path = pathInProject(root, file)!;
      const mode = file.stat?.mode;
      return {
        path,
        before: disk.read(path)?.sha ?? null,
        after: file.contents,
        ...(mode !== undefined && mode !== null && { mode: mode & 0o777 }),
      };
    });
}

/** Writes Yeoman's own files that lie outside of the project. */
export async function writeOutside(env: Environment, root: string): Promise<void> {
  await env.sharedFs.pipeline(
    { filter: (file) => isFilePending(file) && isOutside(root, file) },
    createCommitTransform(),
  );
}
