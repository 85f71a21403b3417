import type { FileKind } from './file-kind.ts';
import type { Language } from './language.ts';
import { mergeInLanguage, type LinesMerge, type ThreeLines } from './merge-in-language.ts';
import { plain } from './plain-language.ts';
import { python } from './python/python-language.ts';

type Merger = (lines: ThreeLines) => LinesMerge;

const by =
  <Tree>(language: Language<Tree>): Merger =>
  (lines) =>
    mergeInLanguage(language, lines);

/** How each kind of file merges. */
export const MERGERS: Readonly<Record<FileKind, Merger>> = {
  python: by(python),
  toml: by(plain),
  yaml: by(plain),
  json: by(plain),
  env: by(plain),
  ini: by(plain),
  dockerfile: by(plain),
  markdown: by(plain),
  list: by(plain),
  text: by(plain),
};
