import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package that the kit is part of, where it runs as a module: not in `hut`, which knows its own. */
export function findInstallation(): string {
  return findAbove(dirname(fileURLToPath(import.meta.url)));
}

/** In its sources the workspaces are packages too; the one that is installed has the doors for Yeoman. */
function findAbove(folder: string): string {
  const parent = dirname(folder);
  const isPackage = existsSync(join(folder, 'package.json')) && !existsSync(join(folder, 'src'));
  return isPackage || parent === folder ? folder : findAbove(parent);
}
