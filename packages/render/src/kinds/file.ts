import type { Assembled } from '../assemble.ts';
import { defineKind, type Contribution } from '../kind.ts';

/** A file of the project; its text is rendered when everything that it may print is assembled. */
export interface ProjectFile {
  /** Project-relative, with `/`. */
  readonly path: string;
  /** Where the text comes from, for people: a template's path. */
  readonly template: string;
  /** Where it may have stood: before what it is about was renamed, and in earlier versions of its generator. */
  readonly movedFrom?: readonly string[];
  readonly render: (assembled: Assembled) => string;
}

/** Key: path; two of one path clash. Order: path. */
export const fileKind = defineKind<ProjectFile>({
  id: 'file',
  key: ({ path }) => path,
  meet: 'clash',
});

/** Adds a file. */
export function file(item: ProjectFile): Contribution<ProjectFile> {
  return { kind: fileKind, item };
}
