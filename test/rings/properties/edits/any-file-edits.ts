import { findPlace, indentOf, type Edit } from './edit.ts';

const isFilled = (line: string): boolean => line.trim() !== '';

const deleteLine: Edit = (editing) => {
  const at = findPlace(editing, isFilled);
  if (at !== undefined) editing.lines.splice(at, 1);
};

const deleteBlock: Edit = ({ lines, draw }) => {
  const { start, length } = anyBlock(lines, draw.below(Math.max(1, lines.length)));
  lines.splice(start, length);
};

const moveBlock: Edit = ({ lines, draw }) => {
  const { start, length } = anyBlock(lines, draw.below(Math.max(1, lines.length)));
  const block = lines.splice(start, length);
  const gaps = [...lines.keys()].filter((index) => lines[index]!.trim() === '');
  lines.splice(gaps.length === 0 ? lines.length : draw.pick(gaps), 0, '', ...block);
};

/** Lines without an empty one between them. */
function anyBlock(lines: readonly string[], at: number): { start: number; length: number } {
  let [start, end] = [at, at];
  while (start > 0 && isFilled(lines[start - 1]!)) start--;
  while (end < lines.length && isFilled(lines[end]!)) end++;
  return { start, length: end - start };
}

const swapNeighbours: Edit = (editing) => {
  const { lines } = editing;
  const at = findPlace(editing, isFilled);
  const next = lines[(at ?? 0) + 1];
  if (at === undefined || next === undefined || indentOf(next) !== indentOf(lines[at]!)) return;
  [lines[at], lines[at + 1]] = [next, lines[at]!];
};

const changeNumber: Edit = (editing) => {
  const at = findPlace(editing, (line) => /\d/.test(line));
  if (at === undefined) return;
  editing.lines[at] = editing.lines[at]!.replace(/\d+/, (number) => String(Number(number) + 1));
};

const changeText: Edit = (editing) => {
  const { lines, word } = editing;
  const at = findPlace(editing, (line) => /"[^"]+"/.test(line));
  if (at === undefined) return;
  lines[at] = lines[at]!.replace(/"([^"]+)"/, (_, text: string) => `"${text} ${word}"`);
};

const renameWord: Edit = ({ lines, draw }) => {
  const words = [...new Set(lines.join('\n').match(/\b[a-z_]{5,}\b/g) ?? [])];
  if (words.length === 0) return;
  const pattern = new RegExp(`\\b${draw.pick(words)}\\b`, 'g');
  lines.forEach((line, index) => (lines[index] = line.replace(pattern, (word) => `${word}_mine`)));
};

const blankLine: Edit = ({ lines, draw }) => void lines.splice(draw.below(lines.length + 1), 0, '');

const blankAtEnd: Edit = (editing) => {
  const at = findPlace(editing, isFilled);
  if (at !== undefined) editing.lines[at] += '  ';
};

/** What people do to a file whatever it is. */
export const anyFileEdits: readonly Edit[] = [
  deleteLine,
  deleteBlock,
  moveBlock,
  swapNeighbours,
  changeNumber,
  changeText,
  renameWord,
  blankLine,
  blankAtEnd,
];
