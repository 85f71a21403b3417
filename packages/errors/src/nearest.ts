import { distance } from 'fastest-levenshtein';

/** The candidate that a typo most likely meant, or undefined: at most two fifths of its letters may differ. */
export function findNearest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({
      candidate,
      edits: distance(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .filter(({ candidate, edits }) => edits <= Math.ceil(candidate.length * 0.4))
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.candidate;
}

/** `Did you mean X? ` for the nearest candidate, or an empty string. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const nearest = findNearest(word, candidates);
  return nearest === undefined ? '' : `Did you mean ${nearest}? `;
}
