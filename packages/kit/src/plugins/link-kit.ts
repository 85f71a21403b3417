import { lstatSync, readlinkSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Has what lies in a folder of the store import the kit of the hut that runs: the one that put it there may be of
 * another version by now, or gone. A kit that the package brings itself stays.
 */
export function linkKit(home: string, installation: string): void {
  const link = join(home, 'node_modules', 'generator-hut');
  const there = lstatSync(link, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() === false) return;
  if (there !== undefined && readlinkSync(link) === installation) return;
  const draft = `${link}.${String(process.pid)}`;
  symlinkSync(installation, draft, 'junction');
  renameSync(draft, link);
}
