import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a later version changes in the sources; paths are below the repository. */
export type SourceEdit =
  | { readonly in: string | readonly string[]; readonly from: string; readonly to: string }
  | { readonly move: string; readonly to: string }
  | { readonly drop: string }
  | { readonly add: string; readonly text: string };

/** Makes an edit in a copy of the sources. Throws when it finds nothing to edit: then the sources have moved on. */
export function editSource(root: string, edit: SourceEdit): void {
  if ('in' in edit) {
    const paths = typeof edit.in === 'string' ? [edit.in] : edit.in;
    for (const path of paths) exchange(root, path, edit.from, edit.to);
    return;
  }
  if ('add' in edit) return write(root, edit.add, edit.text);
  const path = 'move' in edit ? edit.move : edit.drop;
  if (!existsSync(join(root, path))) throw new Error(`A later version edits ${path}: it is gone`);
  if ('move' in edit) renameSync(join(root, path), join(root, edit.to));
  else rmSync(join(root, path));
}

function exchange(root: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), 'utf8');
  if (!text.includes(from))
    throw new Error(`A later version edits ${path}: it does not say ${JSON.stringify(from)}`);
  writeFileSync(join(root, path), text.replaceAll(from, to));
}

function write(root: string, path: string, text: string): void {
  if (existsSync(join(root, path))) throw new Error(`A later version adds ${path}: it is there`);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
