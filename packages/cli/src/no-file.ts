import { didYouMean, HutError } from '@hut/errors';
import { isBelow } from '@hut/kit';

/** The refusal of a path that is no file; `known` are the files that could be meant. */
export function noFile(path: string, known: readonly string[]): HutError {
  const others = known.filter((one) => one !== path);
  const below = others.filter((one) => isBelow(one, path));
  const isFolder = below.length > 0;
  return new HutError({
    id: 'no-file',
    message: isFolder
      ? `${path === '' ? 'The project' : path} is a folder, and no file`
      : `There is no file ${path}`,
    hint: isFolder
      ? `Name a file in it: ${below.slice(0, 3).join(', ')}${below.length > 3 ? ', ...' : ''}`
      : `${didYouMean(path, others)}Name a file of the project, from where you stand.`,
  });
}
