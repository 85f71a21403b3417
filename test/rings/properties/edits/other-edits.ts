import { insertBehind, type Edit } from './edit.ts';

const isFilled = (line: string): boolean => line.trim() !== '';

const tomlEdits: readonly Edit[] = [
  (editing) => insertBehind(editing, (line) => /^ {4}".*",$/.test(line), [`"${editing.word}>=1",`]),
  (editing) =>
    insertBehind(editing, (line) => /^[a-z-]+ = .*[^[{]$/.test(line), [`${editing.word} = true`]),
  ({ lines, word }) => void lines.push('', `[tool.${word}]`, 'enabled = true'),
  (editing) => insertBehind(editing, isFilled, [`# ${editing.word}`]),
];

const yamlEdits: readonly Edit[] = [
  (editing) => insertBehind(editing, (line) => /^\s*\w+: \S/.test(line), [`${editing.word}: 1`]),
  (editing) => insertBehind(editing, (line) => /^\s*- \w/.test(line), [`- ${editing.word}`]),
  (editing) => insertBehind(editing, isFilled, [`# ${editing.word}`]),
];

const markdownEdits: readonly Edit[] = [
  (editing) =>
    insertBehind(editing, (line) => line === '', [`A sentence about ${editing.word}.`, '']),
  (editing) => insertBehind(editing, (line) => /^- /.test(line), [`- ${editing.word}`]),
  ({ lines, word }) => void lines.push('', `## About ${word}`, '', 'Ours.'),
];

const listEdits: readonly Edit[] = [
  (editing) => insertBehind(editing, isFilled, [`${editing.word.toUpperCase()}=7`]),
  (editing) => insertBehind(editing, isFilled, [`# ${editing.word}`]),
];

/** What people add to files that are no Python, by how their name ends. */
export const otherEdits: readonly (readonly [end: RegExp, edits: readonly Edit[]])[] = [
  [/\.toml$/, tomlEdits],
  [/\.ya?ml$/, yamlEdits],
  [/\.md$/, markdownEdits],
  [/(^|\/)\.\w+(\.\w+)?$/, listEdits],
];
