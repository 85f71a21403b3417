import type { Assembled } from './assemble.ts';
import { fileKind } from './kinds/file.ts';

/** One rendered file and where it comes from. */
export interface TreeFile {
  readonly text: string;
  readonly generator: string;
  readonly template: string;
  /** Where it may have stood before. */
  readonly movedFrom?: readonly string[];
}

/** The rendered project: path -> file, sorted by path. */
export type Tree = ReadonlyMap<string, TreeFile>;

/** Renders every file that was contributed. */
export function renderTree(assembled: Assembled): Tree {
  return new Map(
    assembled.of(fileKind).map(({ path, render, template, movedFrom }) => [
      path,
      {
        text: render(assembled),
        generator: assembled.originOf(fileKind, path),
        template,
        ...(movedFrom && { movedFrom }),
      },
    ]),
  );
}
