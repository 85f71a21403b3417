import { hashBytes } from '@hut/commit';
import type { ProjectReader } from './make.ts';

/** Whether a file that was made once says something else than then, is gone, or is of nobody knows when. */
export function isEdited(path: string, { read, made }: ProjectReader): boolean {
  const text = read(path);
  return text === null || made.get(path)?.hash !== hashBytes(text);
}
