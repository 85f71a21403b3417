import { pathToFileURL } from 'node:url';
import { HutError } from '@hut/errors';
import type { Found, Lookup } from '../lookup.ts';
import { blameFailures } from './blame-failures.ts';
import { requirePackage, storedAt, type Places } from './find-package.ts';
import { linkKit } from './link-kit.ts';
import type { Pins } from './pinned-plugins.ts';
import type { PluginPackage } from './plugin-package.ts';
import { requireTrust } from './trust.ts';

/** Imports the module of a file URL. It comes from outside: code that was kept compiled cannot import. */
export type ImportModule = (url: string) => Promise<unknown>;

interface Loading {
  readonly lookup: Lookup;
  readonly places: Places;
  readonly importModule: ImportModule;
  /** Asks a person whether the code of a package may run, and throws otherwise; absent where nobody is there to be asked. */
  readonly ask?: (one: PluginPackage) => void | Promise<void>;
}

/**
 * What is in the lookup already, because the package itself was started, stays.
 *
 *     names and versions -> packages -> trusted -> imported -> the generators that there are, and theirs
 *
 * Throws HutError with the name of the package, before anything is rendered: what `requirePackage` and
 * `requireTrust` throw, `plugin-failed` for one that does not load, `plugin-clash` for a name that is taken.
 */
export async function loadPlugins(pins: Pins, loading: Loading): Promise<Lookup> {
  let { lookup } = loading;
  for (const [name, version] of Object.entries(pins)) {
    if (lookup.some(({ from }) => from?.name === name)) continue;
    const one = requirePackage(name, version, loading.places);
    await (loading.ask ?? requireTrust)(one);
    const stored = storedAt(name, version);
    if (one.folder.startsWith(stored)) linkKit(stored, loading.places.installation);
    lookup = [...lookup, ...refuseTaken(await importGenerators(one, loading), one, lookup)];
  }
  return lookup;
}

async function importGenerators(one: PluginPackage, { importModule }: Loading): Promise<Lookup> {
  const exported = await importModule(pathToFileURL(one.entry).href).catch((cause: unknown) => {
    if (cause instanceof HutError && cause.id === 'plugin-failed') throw cause;
    throw notLoaded(one, `it does not load: ${messageOf(cause)}`, cause);
  });
  const { lookup } = exported as { readonly lookup?: Lookup };
  if (!isLookup(lookup)) throw notLoaded(one, `${one.entry} exports no "lookup" of generators`);
  // Of a package that did not read them by the kit, too.
  return lookup.map((found) => (found.from === undefined ? blameFailures(found, one) : found));
}

/** As far as can be seen without running it. */
function isLookup(lookup: unknown): lookup is Lookup {
  const isFound = (found: Partial<Found> | undefined): boolean =>
    typeof found?.definition?.id === 'string' && typeof found.templates === 'object';
  return Array.isArray(lookup) && lookup.length > 0 && lookup.every(isFound);
}

function refuseTaken(own: Lookup, one: PluginPackage, others: Lookup): Lookup {
  const namesOf = ({ definition: { id, aliases } }: Found): readonly string[] => [id, ...aliases];
  const taken = new Set(others.flatMap(namesOf));
  const clash = own.flatMap(namesOf).find((name) => taken.has(name));
  if (clash === undefined) return own;
  throw new HutError({
    id: 'plugin-clash',
    message: `${one.name} ${one.version} has a generator called ${clash}, and there is one already`,
    hint: 'Only one of them can be used: take the package out of plugins in hut.yaml.',
  });
}

function notLoaded({ name, version }: PluginPackage, problem: string, cause?: unknown): HutError {
  return new HutError({
    id: 'plugin-failed',
    message: `${name} ${version} can not be used: ${problem}`,
    hint: 'Nothing was written. Tell its author, or take it out of plugins in hut.yaml.',
    cause,
  });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
