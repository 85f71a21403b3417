import { formatSteps, migrateFormat, spliceBlueprint } from '@hut/blueprint';
import { compareVersions } from './compare-versions.ts';
import type { Lookup } from './lookup.ts';
import { otherVersion, writtenVersion } from './other-version.ts';
import { readBlueprint } from './read-blueprint.ts';

interface Running {
  readonly lookup: Lookup;
  readonly version: string;
}

/**
 * The text of a hut.yaml as the running version renders it: in the format of now, and naming this version. All else
 * that an upgrade does follows from rendering it.
 * Throws HutError `other-version` for a project of a newer version, `blueprint` for a text that can't be brought here.
 */
export function upgradeBlueprint(text: string, { lookup, version }: Running): string {
  const written = writtenVersion(text);
  if (written !== null && compareVersions(version, written) < 0)
    throw otherVersion(written, { version, file: 'hut.yaml', isNew: false });
  const migrated = migrateFormat(text, formatSteps);
  if (written === null) return migrated;
  const upgraded = spliceBlueprint(migrated, [{ set: ['generator'], value: version }]);
  // Its lines are not those that the person sees.
  if (migrated !== text) readBlueprint(upgraded, { lookup, version, isDraft: true });
  return upgraded;
}
