/** What a file's text is, as far as merging is concerned. */
export type FileKind =
  'python' | 'toml' | 'yaml' | 'json' | 'env' | 'ini' | 'dockerfile' | 'markdown' | 'list' | 'text';

const BY_NAME: readonly (readonly [RegExp, FileKind])[] = [
  [/^\.env(\..+)?$/, 'env'],
  [/^(Dockerfile|Containerfile)(\..+)?$|\.dockerfile$/i, 'dockerfile'],
  [/^\.(git|docker|eslint|prettier)?ignore$|^\.gitattributes$/, 'list'],
  [/^requirements.*\.txt$/, 'list'],
  [/^(uv|poetry|pdm)\.lock$|\.toml$/, 'toml'],
  [/\.pyi?$/, 'python'],
  [/\.ya?ml$/, 'yaml'],
  [/\.json$/, 'json'],
  [/\.(ini|cfg)$|^\.editorconfig$/, 'ini'],
  [/\.(md|markdown)$/i, 'markdown'],
];

/** The kind of the file at this path, by its name alone; `text` when nothing is known about it. */
export function toFileKind(path: string): FileKind {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.base$/, '');
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'text';
}
