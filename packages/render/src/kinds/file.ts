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
  /** Its text, where that is the same in every project: others may add the same file. */
  readonly text?: string;
  /** What of hut.yaml it is there for and is named after: `Article`. */
  readonly about?: string;
}

/** Key: path; two of one path clash, unless both are the same text in every project. Order: path. */
export const fileKind = defineKind<ProjectFile>({
  id: 'file',
  key: ({ path }) => path,
  meet: (first, { text }) => (text !== undefined && text === first.text ? first : undefined),
  aboutOf: ({ about }) => about,
  form: {
    path: 'text',
    template: { optional: 'text' },
    movedFrom: { optional: { listOf: 'text' } },
    render: 'function',
    text: { optional: 'text' },
    about: { optional: 'text' },
  },
});

/** Adds a file. */
export function file(item: ProjectFile): Contribution<ProjectFile> {
  return { kind: fileKind, item };
}
