import type { Draw } from '../draw.ts';
import type { Files } from '../shop.ts';
import { anyFileEdits } from './any-file-edits.ts';
import type { Edit } from './edit.ts';
import { otherEdits } from './other-edits.ts';
import { pythonEdits } from './python-edits.ts';

const basePath = (path: string): string =>
  `.hut/base/${path}${/\.git\w+$/.test(path) ? '.base' : ''}`;

/** The files of a project that hut renders. */
export function renderedPaths(files: Files): readonly string[] {
  return [...files.keys()].filter((path) => files.has(basePath(path)) && path !== 'hut.yaml');
}

/** What stands in the base of a file: what was rendered last. */
export function baseOf(files: Files, path: string): string | null {
  return files.get(basePath(path)) ?? null;
}

/** What a person makes of some rendered files: a few edits each, and sometimes a file is deleted. */
export function editFiles(files: Files, paths: readonly string[], draw: Draw): Files {
  const edited = new Map(files);
  for (const [index, path] of paths.entries()) {
    if (draw.happens(0.03)) edited.delete(path);
    else edited.set(path, editText(path, files.get(path)!, `own_${index}`, draw));
  }
  return edited;
}

function editText(path: string, text: string, mark: string, draw: Draw): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const own = path.endsWith('.py')
    ? pythonEdits
    : (otherEdits.find(([end]) => end.test(path))?.[1] ?? []);
  for (let round = 0; round <= draw.below(4); round++) {
    const edits: readonly Edit[] = draw.happens(0.6) && own.length > 0 ? own : anyFileEdits;
    draw.pick(edits)({ lines, draw, word: `${mark}_${round}` });
  }
  const end = draw.happens(0.05) ? '' : '\n';
  const edited = lines.join('\n') + end;
  return draw.happens(0.05) ? edited.replaceAll('\n', '\r\n') : edited;
}
