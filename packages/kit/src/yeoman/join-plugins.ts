import { findInstallation } from '../compose/find-installation.ts';
import { askTrustBy } from '../plugins/ask-trust.ts';
import { loadPlugins } from '../plugins/load-plugins.ts';
import { readPins } from '../plugins/pinned-plugins.ts';
import { isAsking } from './manner.ts';
import { promptBy } from './prompt-by.ts';
import type { SharedRun } from './shared-run.ts';

/** Loads the packages that a hut.yaml names into the run. Throws as `loadPlugins` does. */
export async function joinPlugins(
  run: SharedRun,
  root: string,
  hutYaml: string | null,
): Promise<void> {
  const { env, lookup, manner } = run;
  run.lookup = await loadPlugins(readPins(hutYaml ?? ''), {
    lookup,
    places: { from: root, installation: findInstallation() },
    importModule: (url) => import(url),
    ...(isAsking(manner, env) && { ask: askTrustBy(promptBy(env)) }),
  });
}
