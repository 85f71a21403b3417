import { env, ini, json, list, toml, yaml } from './documents/document-languages.ts';
import { dockerfile } from './dockerfile/dockerfile-language.ts';
import type { FileKind } from './file-kind.ts';
import type { Language } from './language.ts';
import { mergeInLanguage, type LinesMerge, type ThreeLines } from './merge-in-language.ts';
import { markdown } from './markdown/markdown-language.ts';
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
  toml: by(toml),
  yaml: by(yaml),
  json: by(json),
  env: by(env),
  ini: by(ini),
  dockerfile: by(dockerfile),
  markdown: by(markdown),
  list: by(list),
  text: by(plain),
};
