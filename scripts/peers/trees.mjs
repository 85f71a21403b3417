import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './run-tool.mjs';

/** What brings hut from one tree to another. */
export const steps = {
  article: ['add', 'crud', 'Article', 'title:string', '--yes'],
  none: ['remove', 'crud', 'Article', '--yes'],
  python: ['set', 'python', '3.12', '--yes'],
};

/**
 * What all subjects but those with templates of their own render: `none` (an API without entities), `article` (the same
 * with an entity), `python` (the same with another lowest version of Python). hut's own records are not part of it.
 */
export function renderTrees(hut, work) {
  const make = (name) => {
    const folder = join(work, 'trees', name);
    mustRun([process.execPath, hut, 'build', folder, '--yes', '--no-install', '--no-git'], work);
    if (name !== 'none') mustRun([process.execPath, hut, ...steps[name]], folder);
    // What hut makes once stays out: it is never rendered again.
    for (const path of ['.hut', '.env', 'hut.yaml', 'migrations/versions'])
      rmSync(join(folder, path), { recursive: true, force: true });
    return folder;
  };
  return { none: make('none'), article: make('article'), python: make('python') };
}

/** A folder copied over another one. */
export function layOver(from, to) {
  cpSync(from, to, { recursive: true });
}
