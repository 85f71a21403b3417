import { escapeInvisible, hex } from './escape-invisible.ts';

/** A text as a double-quoted YAML scalar on one line: the form that YAML 1.1 and 1.2 readers agree on. */
export function yamlText(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return `"${escapeInvisible(escaped, (codePoint) => (codePoint <= 0xffff ? `\\u${hex(codePoint, 4)}` : `\\U${hex(codePoint, 8)}`))}"`;
}

/** A text as a YAML scalar on one line, bare when nothing in it is special. */
export function yamlScalar(text: string): string {
  return isBare(text) ? text : yamlText(text);
}

/** Words between single spaces, the first of which begins with a letter and means nothing to YAML 1.1. */
function isBare(text: string): boolean {
  return /^[a-z][\w@%+=,./-]*( [\w@%+=,./-]+)*$/i.test(text) && !RESERVED.test(text);
}

/** Words of YAML 1.1, and what some of its readers take for a number: `e5`. */
const RESERVED = /^(true|false|yes|no|on|off|null|y|n|e[+-]?\d+)$/i;
