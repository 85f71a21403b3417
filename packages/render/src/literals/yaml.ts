import { escapeInvisible, hex } from './escape-invisible.ts';

/** A text as a double-quoted YAML scalar on one line: the form that YAML 1.1 and 1.2 readers agree on. */
export function yamlText(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return `"${escapeInvisible(escaped, (codePoint) => (codePoint <= 0xffff ? `\\u${hex(codePoint, 4)}` : `\\U${hex(codePoint, 8)}`))}"`;
}
