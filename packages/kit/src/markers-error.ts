import { HutError } from '@hut/errors';

/** What a run throws while files hold conflict markers: a second merge would bury them. */
export function markersError(paths: readonly string[]): HutError {
  return new HutError({
    id: 'markers',
    message: `Conflict markers stand in ${paths.join(', ')}`,
    hint: 'Decide what each marked place should say, remove the markers, and run the command again.',
    exitCode: 2,
  });
}
