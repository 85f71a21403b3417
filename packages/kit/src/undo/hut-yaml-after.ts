import { ConflictError } from '../conflict-error.ts';
import { textAfter } from '../to-file-writes.ts';
import { reverseMerge } from './reverse-merge.ts';
import { sinceRun, textBefore, type Undoing } from './undoing.ts';

/** What hut.yaml says when the run is taken back; null when it goes. Throws ConflictError where only a person can say. */
export function hutYamlAfter(undoing: Undoing): string | null {
  const { workspace, run } = undoing;
  const file = run.files.find(({ path }) => path === 'hut.yaml');
  if (file !== undefined && sinceRun(undoing, file) === 'as-left')
    return textBefore(undoing, file.path);
  const now = workspace.read('hut.yaml')!.text as string;
  if (file === undefined || sinceRun(undoing, file) === 'as-before') return now;
  const [change] = reverseMerge(undoing, [file]);
  if (change?.action === 'conflict') throw new ConflictError([change]);
  return (change && textAfter({ change, answer: null })) ?? now;
}
