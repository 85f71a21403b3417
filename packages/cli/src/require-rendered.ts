import { HutError } from '@hut/errors';
import { isBelow, listRendered, type ProjectState } from '@hut/kit';
import { noFile } from './no-file.ts';

/** Throws HutError `no-file` for what is no file, `not-rendered` for a file that is the user's own. */
export function requireRendered(state: ProjectState, path: string): void {
  const known = listRendered(state);
  if (known.includes(path)) return;
  const isFile = state.readMine(path) !== null && !known.some((one) => isBelow(one, path));
  throw isFile ? notRendered(path) : noFile(path, known);
}

function notRendered(path: string): HutError {
  return new HutError({
    id: 'not-rendered',
    message: `${path} is not rendered by hut: all of it is yours`,
    hint: 'hut status lists the files that are.',
  });
}
