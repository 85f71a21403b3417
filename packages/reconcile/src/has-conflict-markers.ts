const OPENING = /^<{7}(?: .*)?\r?$/m;
const MIDDLE = /^={7}\r?$/m;
const CLOSING = /^>{7}(?: .*)?\r?$/m;

/**
 * True when a merge left markers at line starts, also half resolved ones.
 * A row of seven `=` alone is a heading of Markdown and reST, seven `>` alone a quotation.
 */
export function hasConflictMarkers(text: string): boolean {
  return OPENING.test(text) || (CLOSING.test(text) && MIDDLE.test(text));
}
