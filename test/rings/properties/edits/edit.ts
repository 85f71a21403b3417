import type { Draw } from '../draw.ts';

/** A file while somebody edits it. */
export interface Editing {
  /** Changed in place; without line ends. */
  readonly lines: string[];
  readonly draw: Draw;
  /** A word that stands nowhere else. */
  readonly word: string;
}

/** Something that a person does to a file, once. */
export type Edit = (editing: Editing) => void;

/** The blanks at the start of a line. */
export function indentOf(line: string): string {
  return /^\s*/.exec(line)![0];
}

/** A random line that fits, or undefined. */
export function findPlace(
  { lines, draw }: Editing,
  fits: (line: string) => boolean,
): number | undefined {
  const places = [...lines.keys()].filter((index) => fits(lines[index]!));
  return places.length === 0 ? undefined : draw.pick(places);
}

/** Puts lines behind a random line that fits, as deep as it stands; else at the end. */
export function insertBehind(
  editing: Editing,
  fits: (line: string) => boolean,
  text: readonly string[],
): void {
  const { lines } = editing;
  const at = findPlace(editing, fits);
  if (at === undefined) lines.push(...text);
  else
    lines.splice(
      at + 1,
      0,
      ...text.map((line) => (line === '' ? '' : indentOf(lines[at]!) + line)),
    );
}
