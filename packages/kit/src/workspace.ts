import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashBytes, type Sha } from '@hut/commit';
import type { Unreadable } from '@hut/reconcile';

/**
 * A file as a run found it: what it says, and the hash of its bytes on disk, which the commit checks again.
 * A folder in its place, or a file that may not be read, is unreadable and has no hash.
 */
export interface FoundFile {
  readonly text: string | Unreadable;
  readonly sha: Sha | null;
}

/** The project as a run reads it: the disk, or the shared in-memory files of Yeoman over it. */
export interface Workspace {
  readonly root: string;
  /** Null when there is no such file. */
  readonly read: (path: string) => FoundFile | null;
  /** Paths of all files below a folder of the project, sorted. */
  readonly list: (folder: string) => readonly string[];
  /** What was read so far, by path; null where there was no such file. */
  readonly seen: () => ReadonlyMap<string, FoundFile | null>;
}

/** The project on disk, each file and folder as it was when it was first asked for: one run sees one state. */
export function diskWorkspace(root: string): Workspace {
  const seen = new Map<string, FoundFile | null>();
  // Listed as regular files: they need not be looked at again before they are read.
  const regular = new Set<string>();
  const read = (path: string): FoundFile | null => {
    if (!seen.has(path)) seen.set(path, readFound(join(root, path), regular.has(path)));
    return seen.get(path) ?? null;
  };
  const lists = new Map<string, readonly string[]>();
  const list = (folder: string): readonly string[] => {
    const paths = lists.get(folder) ?? listFiles(root, folder);
    lists.set(folder, paths);
    for (const path of paths) regular.add(path);
    return paths;
  };
  return { root, read, list, seen: () => seen };
}

function readFound(path: string, isRegular: boolean): FoundFile | null {
  try {
    const reason = isRegular ? undefined : reasonAgainst(path);
    if (reason !== undefined) return unreadable(reason);
    const bytes = readFileSync(path);
    return found(bytes);
  } catch (error) {
    if (isAbsent(error)) return null;
    return unreadable(reasonOf(error));
  }
}

/** Looked at before it is read: opening a pipe waits for somebody who writes into it. Throws for what is not there. */
function reasonAgainst(path: string): string | undefined {
  const stats = statSync(path);
  if (stats.isDirectory()) return 'it is a folder';
  return stats.isFile() ? undefined : 'it is no regular file';
}

/** The hash is made when somebody asks: most files are read and stay. */
function found(bytes: Uint8Array): FoundFile {
  let sha: Sha | undefined;
  return {
    text: decode(bytes),
    get sha() {
      return (sha ??= hashBytes(bytes));
    },
  };
}

function unreadable(reason: string): FoundFile {
  return { text: { unreadable: reason }, sha: null };
}

/** In words, because Node's name the call and not the trouble. */
function reasonOf(error: unknown): string {
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read';
  return code === 'ELOOP' ? 'its links lead in a circle' : `the disk refused (${code})`;
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** One for all files: making a decoder takes longer than decoding most of them. */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of UTF-8 bytes, BOM kept; what is no UTF-8 is never guessed at. */
export function decode(bytes: Uint8Array): string | Unreadable {
  try {
    return strict.decode(bytes);
  } catch {
    return { unreadable: 'it is not UTF-8 text' };
  }
}

function listFiles(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      )
      .sort();
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}
