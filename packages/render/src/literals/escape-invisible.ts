/**
 * Characters that people cannot see or that editors act on: controls, format and bidi characters, lone
 * surrogates, private use, and blanks other than the space. Every printer escapes them.
 */
const invisible = /[\p{C}\p{Z}]/u;

/** The text with each invisible character replaced by what `escape` makes of its code point. */
export function escapeInvisible(text: string, escape: (codePoint: number) => string): string {
  return [...text]
    .map((character) =>
      character !== ' ' && invisible.test(character)
        ? escape(character.codePointAt(0)!)
        : character,
    )
    .join('');
}

/** Hexadecimal digits of a code point, padded to a length. */
export function hex(codePoint: number, length: number): string {
  return codePoint.toString(16).padStart(length, '0');
}
