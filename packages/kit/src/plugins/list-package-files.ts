import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HutError } from '@hut/errors';

/**
 * The paths of a package's own files, by name: what it depends on, in node_modules, is not its own. Throws HutError
 * `plugin-package` for a link, for what it leads to may change, and is no part of the package.
 */
export function listPackageFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isSymbolicLink()) throw holdsLink(path);
      return entry.isDirectory() ? listPackageFiles(path) : [path];
    });
}

function holdsLink(path: string): HutError {
  return new HutError({
    id: 'plugin-package',
    message: `${path} is a link, and what it leads to can not be trusted with the package`,
    hint: 'A package that npm packs has none: hut plugin add takes the tarball, or the folder.',
  });
}
