import { HutError } from '@hut/errors';
import { parseBlueprint, type Blueprint } from '@hut/blueprint';
import { findBrought, toFeatureSchemas, type Lookup } from './lookup.ts';
import { refuseOtherVersion } from './other-version.ts';

interface ReadContext {
  readonly lookup: Lookup;
  readonly version: string;
  /** The name of the file in messages; `hut.yaml` unless told. */
  readonly file?: string;
  /** Name of a new project: its absent keys take their defaults. */
  readonly name?: string;
  /** The text is what a command would write: mistakes are told without lines. */
  readonly isDraft?: boolean;
}

/**
 * A checked blueprint. Throws HutError for one that is wrong, of another version (only `upgrade` may cross
 * versions), or that has a section which no generator builds.
 */
export function readBlueprint(text: string, context: ReadContext): Blueprint {
  const read = readOnce.get(context.lookup) ?? new Map<string, Blueprint>();
  readOnce.set(context.lookup, read);
  const { version, file = 'hut.yaml', name = '' } = context;
  const key = [version, file, name, text].join('\n');
  const blueprint = read.get(key) ?? checkBlueprint(text, context);
  read.set(key, blueprint);
  return blueprint;
}

/** A command looks at the same text several times: before it amends it, and when it renders it. */
const readOnce = new WeakMap<Lookup, Map<string, Blueprint>>();

function checkBlueprint(
  text: string,
  { lookup, version, file = 'hut.yaml', name, isDraft = false }: ReadContext,
): Blueprint {
  refuseOtherVersion(text, { version, file, isNew: name !== undefined });
  const blueprint = parseBlueprint(text, {
    file,
    features: toFeatureSchemas(lookup),
    brings: (features) => findBrought(lookup, features),
    runningVersion: version,
    isDraft,
    ...(name !== undefined && { name, complete: 'from' as const }),
  });
  refuseUnbuilt(blueprint, lookup, file);
  refuseUnloaded(blueprint, lookup, file);
  return blueprint;
}

function refuseUnbuilt(blueprint: Blueprint, lookup: Lookup, file: string): void {
  for (const section of ['entities', 'services'] as const) {
    const isBuilt = lookup.some(({ definition }) => definition.builds.includes(section));
    if (!isBuilt && Object.keys(blueprint[section]).length > 0) throw unbuilt(file, section);
  }
}

/** A command loads the packages of the project that it stands in. */
function refuseUnloaded({ plugins }: Blueprint, lookup: Lookup, file: string): void {
  const isLoaded = (name: string, version: string): boolean =>
    lookup.some(({ from }) => from?.name === name && from.version === version);
  const missing = Object.entries(plugins).find(([name, version]) => !isLoaded(name, version));
  if (missing === undefined) return;
  throw new HutError({
    id: 'plugin-missing',
    message: `${file}: plugins: ${missing.join(' ')} is not loaded`,
    hint: `Go into the project, and install it: hut plugin add ${missing.join('@')}`,
  });
}

function unbuilt(file: string, section: string): HutError {
  return new HutError({
    id: 'unbuilt',
    message: `${file}: ${section}: no generator of this version builds them`,
    hint: 'hut list shows what there is. Nothing was written.',
  });
}
