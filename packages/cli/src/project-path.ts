import { relative, resolve, sep } from 'node:path';
import { HutError } from '@hut/errors';
import type { OpenProject } from './open-project.ts';

/** The path of a file in the project, as hut.yaml spells it, from the word of a person who stands somewhere in it. Throws HutError `outside-path`. */
export function projectPath(
  { shell, root }: Pick<OpenProject, 'shell' | 'root'>,
  word: string,
): string {
  const path = relative(root, resolve(shell.cwd, word)).split(sep).join('/');
  if (path !== '..' && !path.startsWith('../') && !/^[A-Za-z]:/u.test(path)) return path;
  throw new HutError({
    id: 'outside-path',
    message: `${word} is not in the project ${root}`,
    hint: 'Name a file of the project, from where you stand.',
  });
}
