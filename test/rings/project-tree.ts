import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project as one text: every path that git may keep, and its content. What `.hut` has besides is this machine's. */
export function snapshot(root: string): string {
  return listFiles(root)
    .filter((path) => !isOfThisMachine(path))
    .map((path) => `${path}\n${readFileSync(join(root, path), 'utf8')}`)
    .join('\n');
}

/** What no run leaves in `.hut` that is closed or taken back: all but records and their before-images. */
export function findLitter(root: string): readonly string[] {
  const isRecord = /^\.hut\/runs\/\d+\/(run\.json|before\/\d+)$/;
  return listFiles(root).filter((path) => isOfThisMachine(path) && !isRecord.test(path));
}

function isOfThisMachine(path: string): boolean {
  return path.startsWith('.hut/') && !/^\.hut\/(base\/|made\/|schema\.yaml$)/.test(path);
}

function listFiles(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
