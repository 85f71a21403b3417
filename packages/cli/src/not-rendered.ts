import { HutError } from '@hut/errors';

/** What a command says that is about rendered files, of one that is none. */
export function notRendered(path: string): HutError {
  return new HutError({
    id: 'not-rendered',
    message: `${path} is not rendered by hut: all of it is yours`,
    hint: 'hut status lists the files that are.',
  });
}
