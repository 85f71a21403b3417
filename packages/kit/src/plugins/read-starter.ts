import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { TextFile } from '../make.ts';
import { listPackageFiles } from './list-package-files.ts';
import type { PackageName } from './package-name.ts';

/** The name of the package in `starter`, in every form that its files write it. */
const starter = formsOf({
  name: 'generator-hut-my-own',
  namespace: 'hut-my-own',
  id: 'my-own',
});

/**
 * The files of a new package: those of `starter`, which is one that works, by the other name. Takes the folder of the
 * package that this code is part of.
 */
export function readStarter(installation: string, named: PackageName): readonly TextFile[] {
  const folder = join(installation, 'starter');
  const renamed = (text: string): string => rename(text, formsOf(named));
  return listPackageFiles(folder)
    .map((path) => ({
      path: renamed(relative(folder, path).split(sep).join('/')).replace(/^dot-/u, '.'),
      text: renamed(readFileSync(path, 'utf8')),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The longest first: a shorter one may be part of a longer. */
function formsOf({ name, namespace, id }: PackageName): readonly string[] {
  const words = id.split('-');
  const capitals = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return [
    name,
    namespace,
    id,
    words.join('_'),
    words.join('_').toUpperCase(),
    capitals.join(''),
    capitals.join('-'),
  ];
}

function rename(text: string, forms: readonly string[]): string {
  return text.replace(new RegExp(starter.join('|'), 'gu'), (form) => forms[starter.indexOf(form)]!);
}
