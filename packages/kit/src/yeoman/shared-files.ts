import { isAbsolute, join, relative, sep } from 'node:path';
import { isFilePending, setDeletedFileState, setModifiedFileState } from 'mem-fs-editor/state';
import { decode, diskWorkspace, type FoundFile, type Workspace } from '../workspace.ts';
import type { Environment, SharedFile } from './environment.ts';

const byteOrderMark = '\uFEFF';

/**
 * The project as the generators of one run see it: what is about to be written in the shared in-memory files,
 * over the disk. The hashes are those of the disk, because the commit checks them there.
 */
export function sharedWorkspace({ sharedFs }: Environment, root: string): Workspace {
  const disk = diskWorkspace(root);
  const read = (path: string): FoundFile | null => {
    const found = disk.read(path);
    const file = findPending(sharedFs, join(root, path));
    if (file === undefined) return found;
    if (file.contents === null) return null;
    return { text: withMark(decode(file.contents), found), sha: found?.sha ?? null };
  };
  return { ...disk, read };
}

/** What is not about to be written is read from the disk: a copy in memory may be older. */
function findPending(sharedFs: Environment['sharedFs'], path: string): SharedFile | undefined {
  if (!sharedFs.existsInMemory(path)) return undefined;
  const file = sharedFs.get(path);
  return isFilePending(file) ? file : undefined;
}

/** Yeoman drops a byte order mark when it loads a file; it is the user's. */
function withMark(text: FoundFile['text'], found: FoundFile | null): FoundFile['text'] {
  if (typeof text !== 'string' || typeof found?.text !== 'string') return text;
  const isDropped = found.text.startsWith(byteOrderMark) && !text.startsWith(byteOrderMark);
  return isDropped ? byteOrderMark + text : text;
}

/** Puts a text among the shared files, where other generators find it; null deletes the file. */
export function putShared({ sharedFs }: Environment, path: string, text: string | null): void {
  const file = sharedFs.get(path);
  file.contents = text === null ? null : Buffer.from(text);
  if (text === null) setDeletedFileState(file);
  else setModifiedFileState(file);
  sharedFs.add(file);
}

/** The shared files that wait to be written. */
export function listPending({ sharedFs }: Environment): readonly SharedFile[] {
  return sharedFs.all().filter((file) => isFilePending(file));
}

/** Whether a shared file is text, or deleted. */
export function holdsText({ contents }: SharedFile): boolean {
  return contents === null || typeof decode(contents) === 'string';
}

/** The path of a shared file in the project; undefined when it is outside. */
export function pathInProject(root: string, file: { readonly path: string }): string | undefined {
  const path = relative(root, file.path).split(sep);
  return path[0] === '..' || isAbsolute(path[0]!) ? undefined : path.join('/');
}
