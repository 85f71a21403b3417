import { escapeInvisible, hex } from './escape-invisible.ts';

/** A text as a TOML basic string on one line (TOML 1.0, `basic-string`). */
export function tomlText(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return `"${escapeInvisible(escaped, (codePoint) => (codePoint <= 0xffff ? `\\u${hex(codePoint, 4)}` : `\\U${hex(codePoint, 8)}`))}"`;
}
