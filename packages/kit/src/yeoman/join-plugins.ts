import { findInstallation } from '../compose/find-installation.ts';
import { askTrustBy } from '../plugins/ask-trust.ts';
import { loadPlugins } from '../plugins/load-plugins.ts';
import { readPins } from '../plugins/pinned-plugins.ts';
import { isAsking } from './manner.ts';
import { promptBy } from './prompt-by.ts';
import type { SharedRun } from './shared-run.ts';

/** Loads the packages that a hut.yaml names, but those whose generators are in the run already. Throws as `loadPlugins` does. */
export async function joinPlugins(
  run: SharedRun,
  root: string,
  hutYaml: string | null,
): Promise<void> {
  const { env, lookup, manner } = run;
  const pins = Object.entries(readPins(hutYaml ?? '')).filter(
    ([name]) => !lookup.some(({ from }) => from?.name === name),
  );
  run.lookup = await loadPlugins(Object.fromEntries(pins), {
    lookup,
    places: { from: root, installation: findInstallation() },
    importModule: (url) => import(url),
    ...(isAsking(manner, env) && { ask: askTrustBy(promptBy(env)) }),
  });
}
