import { didYouMean, HutError } from '@hut/errors';
import { isBelow } from '@hut/kit';

/** The refusal of a path where there is no file; `known` are the files that could be meant. */
export function noFile(path: string, known: readonly string[]): HutError {
  const others = known.filter((one) => one !== path);
  const below = others.filter((one) => isBelow(one, path));
  if (below.length > 0) return folderError(path, below);
  return new HutError({
    id: 'no-file',
    message: `There is no file ${path}`,
    hint: `${didYouMean(path, others)}Name a file of the project, from where you stand.`,
  });
}

function folderError(path: string, below: readonly string[]): HutError {
  return new HutError({
    id: 'no-file',
    message: `${path === '' ? 'The project' : path} is a folder, and no file`,
    hint: `Name a file in it: ${below.slice(0, 3).join(', ')}${below.length > 3 ? ', ...' : ''}`,
  });
}
