import { mkdir, rm, writeFile } from 'node:fs/promises';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkPaths, type FileWrite } from '@hut/commit';
import { copyProject } from './copy-project.ts';

/**
 * Makes a folder hold the project as it would be after a run: its files, and over them what the run writes.
 * Throws HutError for a path that no run may write, and what copying throws.
 */
export async function stageCopy(
  root: string,
  target: string,
  writes: readonly FileWrite[],
  signal: AbortSignal,
): Promise<void> {
  // Before the first write: a link in the copy leads where the one in the project leads.
  const paths = writes.map(({ path }) => path);
  checkPaths(root, paths);
  await mkdir(target, { recursive: true });
  if (existsSync(root)) await copyProject(root, target, signal);
  for (const write of writes.filter(({ path }) => !path.startsWith('.hut/')))
    await stageWrite(target, write);
}

async function stageWrite(target: string, { path, after, mode }: FileWrite): Promise<void> {
  const file = join(target, path);
  const had = statSync(file, { throwIfNoEntry: false })?.mode;
  await rm(file, { force: true });
  if (after === null) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, after, { mode: had ?? mode ?? 0o666 });
}
